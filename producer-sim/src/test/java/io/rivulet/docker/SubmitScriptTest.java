package io.rivulet.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script that submits the job, with a program in place of flink that notes its calls. */
final class SubmitScriptTest {

  private static final String JOB = " /opt/rivulet/rivulet-job.jar /opt/rivulet/rivulet.yaml";

  @TempDir private Path folder;
  private Path checkpoints;

  @BeforeEach
  void makeFolders() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
    checkpoints = Files.createDirectories(folder.resolve("checkpoints"));
  }

  @Test
  void submitsTheJobWhenThereIsNoCheckpoint() throws Exception {
    flink("No running jobs.", 0);
    assertThat(submit()).isZero();
    assertThat(calls())
        .containsExactly("list -r -m jobmanager:8081", "run -d -m jobmanager:8081" + JOB);
  }

  @Test
  void continuesFromTheNewestCompleteCheckpoint() throws Exception {
    flink("No running jobs.", 0);
    checkpoint("a/chk-9", Instant.parse("2026-01-01T00:00:00Z"));
    Path newest = checkpoint("b/chk-3", Instant.parse("2026-01-02T00:00:00Z"));
    Files.createDirectories(checkpoints.resolve("b/chk-4"));
    assertThat(submit()).isZero();
    assertThat(calls()).last().isEqualTo("run -d -m jobmanager:8081 -s file://" + newest + JOB);
  }

  @Test
  void leavesARunningJobAlone() throws Exception {
    flink("01.01.2026 10:00:00 : 0a1b2c : rivulet champion (RUNNING)", 0);
    assertThat(submit()).isZero();
    assertThat(calls()).containsExactly("list -r -m jobmanager:8081");
  }

  @Test
  void failsWhenTheJobManagerDoesNotAnswer() throws Exception {
    flink("connection refused", 1);
    assertThat(submit()).isNotZero();
    assertThat(calls()).containsExactly("list -r -m jobmanager:8081");
  }

  private Path checkpoint(String name, Instant time) throws IOException {
    Path made = Files.createDirectories(checkpoints.resolve(name));
    Path metadata = Files.createFile(made.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.from(time));
    return made;
  }

  private void flink(String list, int exitCode) throws IOException {
    Path flink = folder.resolve("flink");
    Files.writeString(
        flink,
        """
        #!/bin/sh
        echo "$*" >> "%s"
        [ "$1" = list ] && echo "%s"
        exit %d
        """
            .formatted(folder.resolve("calls"), list, exitCode));
    assertThat(flink.toFile().setExecutable(true)).isTrue();
  }

  private int submit() throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder("/bin/sh", Repository.DOCKER.resolve("flink/submit.sh").toString())
            .inheritIO();
    script.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    script.environment().put("RIVULET_CHECKPOINTS", checkpoints.toString());
    return script.start().waitFor();
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }
}

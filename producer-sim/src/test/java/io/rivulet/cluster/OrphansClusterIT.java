package io.rivulet.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A test that is killed leaves no process behind. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class OrphansClusterIT {
  private static final int PROCESSES = 3;

  @Test
  void theClusterEndsWithItsParent() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ClusterParent.class.getName(),
                ClusterFolder.create("orphans").toString())
            .redirectError(Redirect.INHERIT)
            .start();
    try {
      assertThat(parent.inputReader().readLine()).isEqualTo("ready");
      List<ProcessHandle> cluster = parent.toHandle().children().toList();
      assertThat(cluster).hasSize(PROCESSES).allMatch(ProcessHandle::isAlive);
      parent.destroyForcibly();
      for (ProcessHandle process : cluster) {
        assertThat(process.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
      }
    } finally {
      parent.destroyForcibly();
    }
  }
}

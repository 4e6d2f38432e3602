package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.config.RivuletConfig;
import io.rivulet.fixture.RowCounts;
import io.rivulet.fixture.ScoreLog;
import io.rivulet.fixture.SmallWorld;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job with another model goes on from a savepoint, or ends and says why it does not. */
final class ModelChangeIT {
  private static final int EVENTS = 4_000;
  private static final String MORE_TASKS =
      """
        tasks:
          - name: long
            type: binary
            label: {actions: [play, like], atLeast: 60}
      """;

  @TempDir private Path folder;

  @Test
  void aChangedModelIsRefusedUnlessItMayGrow() throws Exception {
    SmallWorld part = SmallWorld.first(EVENTS);
    try (EndToEnd run = EndToEnd.start("video", 2, folder);
        ScoreLog scores = new ScoreLog(run.bootstrapServers(), "scores")) {
      run.sendCatalog(part);
      run.sendEvents(part);
      run.await("all events are scored", () -> scores.size() >= EVENTS);
      String savepoint = run.stopJob();

      run.configure(larger("refuse"));
      run.restoreJob(savepoint);
      assertThatThrownBy(() -> run.await("the end of the job", () -> false))
          .hasStackTraceContaining("The checkpoint holds another model")
          .hasStackTraceContaining("set checkpoints.modelChange");
      run.closeCluster();

      run.configure(larger("grow"));
      run.restoreJob(savepoint);
      run.sendEvents(part.next(EVENTS));
      run.await("all events are scored", () -> scores.size() >= 2 * EVENTS);
      assertThat(RowCounts.of(run.cluster().drain()))
          .isEqualTo(new RowCounts(2 * EVENTS, 2 * EVENTS, 2 * EVENTS));
    }
  }

  /** The example with longer embeddings, one more task and one more feature. */
  private static RivuletConfig larger(String rule) throws Exception {
    String example =
        Files.readString(Path.of("../docs/examples/video.yaml"), StandardCharsets.UTF_8);
    String text =
        example
            .replace("  tasks:\n", MORE_TASKS)
            .replace("learner:\n", "learner:\n  embedding: 24\n  numeric: [bitrate]\n");
    assertThat(text).hasSizeGreaterThan(example.length() + MORE_TASKS.length());
    return RivuletConfig.parse(
        "video.yaml", text + "\ncheckpoints: {modelChange: " + rule + "}\n", name -> null);
  }
}

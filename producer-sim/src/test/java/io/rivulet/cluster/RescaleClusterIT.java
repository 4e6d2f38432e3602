package io.rivulet.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.fixture.SmallWorld;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job is stopped with a savepoint and goes on at another parallelism. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class RescaleClusterIT {
  /** So many that what is restored predicts clearly better than a model that begins. */
  private static final int EVENTS_BEFORE = 64_000;

  private static final int EVENTS = 8_000;
  private static final int FIRST = 1_000;
  private static final double PER_SECOND = 4_000;

  @Test
  void noRowIsLostOrDoubledAndLearningGoesOn() throws Exception {
    Path folder = ClusterFolder.create("rescale");
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("flink"));
        ClusterRun run = new ClusterRun(cluster, broker, folder, "rescaled")) {
      SmallWorld part = SmallWorld.first(EVENTS_BEFORE);
      run.submit(1);
      run.send(part, PER_SECOND);
      List<String> coldEvents = run.awaitScored().subList(0, FIRST);
      double coldLoss = run.scores().meanLoss(coldEvents);
      for (int parallelism : new int[] {2, 3, 1}) {
        run.submit(parallelism, "-s", run.stop());
        part = part.next(EVENTS);
        run.send(part, PER_SECOND);
        List<String> firstEvents = run.awaitScored().subList(0, FIRST);
        assertThat(run.scores().meanLoss(firstEvents))
            .as("log loss right after the change to parallelism %d", parallelism)
            .isLessThan(coldLoss);
      }
      run.finish();
    }
  }
}

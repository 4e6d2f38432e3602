package io.rivulet.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.fixture.Await;
import io.rivulet.fixture.SmallWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is killed in full flow, in the end each event has counted once and has a score. A
 * recovery lasts from the last score before the gap to the first one after it.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class FailureClusterIT {
  private static final int EVENTS = 20_000;
  private static final double PER_SECOND = 1_000;
  private static final Duration BROKER_AWAY = Duration.ofSeconds(30);

  private static Path folder;
  private static LocalBroker broker;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    folder = ClusterFolder.create("failure");
    broker = LocalBroker.start(folder.resolve("broker"));
    cluster = StandaloneCluster.start(folder.resolve("flink"));
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void aTaskManagerIsKilled() throws Exception {
    try (ClusterRun run = started("task-manager")) {
      cluster.replaceTaskManager(0);
      finish(run, "TaskManager");
      assertThat(restored(run)).isPositive();
    }
    cluster.awaitTaskManagers();
  }

  @Test
  void aTaskManagerIsKilledDuringACheckpoint() throws Exception {
    try (ClusterRun run = started("checkpoint")) {
      // Frozen first: a checkpoint takes so little time that a kill would mostly come too late.
      cluster.taskManager(0).freeze();
      cluster.api().triggerCheckpoint(run.job());
      Await.until(
          "a checkpoint is on its way",
          () -> cluster.api().checkpoints(run.job(), "in_progress") > 0);
      cluster.replaceTaskManager(0);
      finish(run, "TaskManager during a checkpoint");
      assertThat(cluster.api().checkpoints(run.job(), "failed")).isPositive();
      assertThat(restored(run)).isPositive();
    }
    cluster.awaitTaskManagers();
  }

  @Test
  void theJobManagerIsKilled() throws Exception {
    try (ClusterRun run = started("job-manager")) {
      cluster.jobManager().kill();
      cluster.startJobManager();
      cluster.awaitTaskManagers();
      run.resubmit(2);
      assertThat(restored(run)).isPositive();
      finish(run, "JobManager");
    }
  }

  @Test
  void theBrokerIsKilled() throws Exception {
    try (ClusterRun run = started("broker")) {
      broker.kill();
      Thread.sleep(BROKER_AWAY.toMillis());
      broker.restart();
      finish(run, "Broker for " + BROKER_AWAY.toSeconds() + " s");
    }
  }

  private static ClusterRun started(String name) throws Exception {
    ClusterRun run = new ClusterRun(cluster, broker, folder, name);
    run.submit(2);
    run.send(SmallWorld.first(EVENTS), PER_SECOND);
    run.awaitFlow(EVENTS / 10);
    run.scores().listen();
    return run;
  }

  private static void finish(ClusterRun run, String killed) throws Exception {
    run.awaitScored();
    double seconds = run.scores().longestSilence().toMillis() / 1e3;
    System.out.printf(Locale.ROOT, "%s killed: no score for %.1f s%n", killed, seconds);
    run.finish();
  }

  private static int restored(ClusterRun run) throws Exception {
    return cluster.api().checkpoints(run.job(), "restored");
  }
}

package io.rivulet.cluster;

import static java.util.regex.Pattern.quote;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.fixture.SmallWorld;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The job's jar on a cluster of its own processes, from {@code flink run} to {@code flink stop}.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class SubmissionClusterIT {
  private static final int EVENTS = 20_000;
  private static final double PER_SECOND = 4_000;

  private static Path folder;
  private static LocalBroker broker;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    folder = ClusterFolder.create("submission");
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
  void eachEventIsLearnedOnceAndScored() throws Exception {
    try (ClusterRun run = new ClusterRun(cluster, broker, folder, "plain")) {
      run.submit(2);
      run.send(SmallWorld.first(EVENTS), PER_SECOND);
      run.finish();
    }
  }

  @Test
  void aCancelledJobGoesOnFromItsNewestCheckpoint() throws Exception {
    try (ClusterRun run = new ClusterRun(cluster, broker, folder, "cancelled")) {
      run.submit(2);
      run.send(SmallWorld.first(EVENTS), PER_SECOND);
      run.awaitFlow(EVENTS / 4);
      cluster.flink().cancel(run.job());
      run.resubmit(2);
      assertThat(cluster.api().checkpoints(run.job(), "restored")).isPositive();
      run.finish();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paralelism: 2      | paralelism: unknown key; did you mean 'parallelism'?",
        "parallelism: -1    | parallelism: found '-1'; use ",
        "microBatch: {size: many} | microBatch.size: found 'many'; use "
      })
  void aWrongSettingEndsTheSubmissionWithItsPlaceAndTheRemedy(String added, String message)
      throws Exception {
    try (ClusterRun run = new ClusterRun(cluster, broker, folder, "wrong" + added.hashCode())) {
      CommandResult result = run.trySubmit(added);
      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.output()).containsPattern("rivulet.yaml, line \\d+: " + quote(message));
    }
  }
}

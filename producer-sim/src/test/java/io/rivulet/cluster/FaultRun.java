package io.rivulet.cluster;

import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.fixture.SmallWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;

/** A job that learns from a stream while something is killed at a random moment. */
final class FaultRun {
  static final int PARALLELISM = 2;

  private static final int EVENTS = 12_000;
  private static final double PER_SECOND = 1_000;
  private static final int WORLD = 100_000;

  private final StandaloneCluster cluster;
  private final LocalBroker broker;
  private final Path folder;

  /** Runs on a cluster whose slots are free; files go to a folder. */
  FaultRun(StandaloneCluster cluster, LocalBroker broker, Path folder) {
    this.cluster = cluster;
    this.broker = broker;
    this.folder = folder;
  }

  /**
   * Runs to the end of the stream.
   *
   * @param seed determines the events, what is killed, and when
   */
  FaultResult run(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Fault fault = Fault.any(random);
    SmallWorld events = new SmallWorld(random.nextInt(WORLD), EVENTS);
    long killAfter = random.nextLong((long) (EVENTS / PER_SECOND * 1_000));
    cluster.awaitTaskManagers();
    try (ClusterRun run = new ClusterRun(cluster, broker, folder, "seed-" + seed)) {
      run.submit(PARALLELISM);
      run.send(events, PER_SECOND);
      Thread.sleep(killAfter);
      run.scores().listen();
      fault.strike(cluster, broker, run, random.nextInt(Integer.MAX_VALUE));
      int unscored = run.unscored();
      Duration recovery = run.scores().longestSilence();
      return new FaultResult(
          seed, fault, killAfter / 1e3, recovery.toMillis() / 1e3, EVENTS, run.drain(), unscored);
    }
  }
}

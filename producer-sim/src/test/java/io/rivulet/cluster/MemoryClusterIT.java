package io.rivulet.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.demo.broker.LocalBroker;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Under load a TaskManager keeps to the memory that it was given. For half an hour of it: {@code
 * -Drivulet.load.minutes=30 -Drivulet.load.perSecond=5000}.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
final class MemoryClusterIT {
  private static final int MINUTES = Integer.getInteger("rivulet.load.minutes", 1);
  private static final int PER_SECOND = Integer.getInteger("rivulet.load.perSecond", 1_000);
  private static final int SECONDS = 60;
  private static final World WORLD =
      new World(WorldSettings.of(Scenario.VIDEO, 3).withSize(100_000, 10_000));

  @Test
  void aTaskManagerKeepsToItsMemory() throws Exception {
    Path folder = ClusterFolder.create("memory");
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("flink"));
        ClusterRun run = new ClusterRun(cluster, broker, folder, "load")) {
      run.submit(2);
      long events = (long) MINUTES * SECONDS * PER_SECOND;
      CompletableFuture<Void> load = run.load(WORLD.limited(events), PER_SECOND);
      for (int minute = 1; minute <= MINUTES; minute++) {
        Thread.sleep(SECONDS * 1_000L);
        report(minute, cluster);
      }
      load.get();
      for (int i = 0; i < cluster.size(); i++) {
        cluster.taskManager(i).check();
        assertThat(cluster.taskManager(i).peakMemory())
            .isLessThan(StandaloneCluster.TASK_MANAGER_MEMORY);
      }
      assertThat(cluster.api().checkpoints(run.job(), "completed")).isPositive();
      assertThat(cluster.api().checkpoints(run.job(), "restored")).isZero();
    }
  }

  private static void report(int minute, StandaloneCluster cluster) throws Exception {
    StringBuilder line = new StringBuilder("memory: {\"minute\":" + minute + ",\"mebibytes\":[");
    for (int i = 0; i < cluster.size(); i++) {
      line.append(i == 0 ? "" : ",").append(cluster.taskManager(i).memory());
    }
    System.out.println(line.append("]}"));
  }
}

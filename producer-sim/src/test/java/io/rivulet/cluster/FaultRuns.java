package io.rivulet.cluster;

import io.rivulet.demo.broker.LocalBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command {@code mvn -Pfaults}: runs in each of which a process is killed at a random moment.
 * Ends with exit code 1 if an event was lost, counted twice, or has no score.
 */
@Command(name = "faults")
final class FaultRuns implements Callable<Integer> {
  @Option(names = "--runs", required = true)
  private int runs;

  @Option(names = "--seed", required = true, description = "Seed of the first run.")
  private long seed;

  private FaultRuns() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new FaultRuns()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Path folder = ClusterFolder.create("faults");
    List<FaultResult> results = new ArrayList<>();
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("flink"))) {
      FaultRun run = new FaultRun(cluster, broker, folder);
      for (int i = 0; i < runs; i++) {
        FaultResult result = run.run(seed + i);
        System.out.println(result.json());
        results.add(result);
      }
    }
    FaultSummary summary = new FaultSummary(results);
    System.out.println("faults: " + summary.json());
    return summary.isClean() ? 0 : 1;
  }
}

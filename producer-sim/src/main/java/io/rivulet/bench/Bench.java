package io.rivulet.bench;

import io.rivulet.demo.DemoFolder;
import io.rivulet.demo.OptionCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the whole job, with a broker in a process of its own. */
@Command(
    name = "bench-e2e",
    description = "Measures how many events the job takes in a second, and where the time goes.",
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--users",
      description = "Number of simulated users (default: ${DEFAULT-VALUE}).",
      defaultValue = "100000")
  private long users;

  @Option(
      names = "--items",
      description = "Number of simulated items (default: ${DEFAULT-VALUE}).",
      defaultValue = "10000")
  private int items;

  @Option(
      names = "--events",
      description = "Number of events (default: ${DEFAULT-VALUE}).",
      defaultValue = "20000000")
  private long events;

  @Option(
      names = "--data",
      description = "Folder of a data set to replay instead.",
      defaultValue = "")
  private String data;

  @Option(
      names = "--parallelism",
      description = "Parallelism of the job (default: ${DEFAULT-VALUE}).",
      defaultValue = "2")
  private int parallelism;

  @Option(
      names = "--config",
      description = "Configuration of the job (default: three tasks, mmoe of four experts).",
      defaultValue = "")
  private String config;

  @Option(
      names = "--seed",
      description = "Seed of the simulated world (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--steady-seconds",
      description =
          "How long to send events at half the rate that was found, to see how long scores take; 0"
              + " for not at all (default: ${DEFAULT-VALUE}).",
      defaultValue = "30")
  private int steadySeconds;

  @Option(
      names = "--work-folder",
      description =
          "Folder for the files that tasks work on, and RocksDB's (default: /dev/shm if 4 GiB are"
              + " free there, else the temporary folder).",
      defaultValue = "")
  private String workFolder;

  @Option(
      names = "--recording",
      description = "File for a JFR recording of the measured part.",
      defaultValue = "")
  private String recording;

  /** Runs the benchmark and exits: 0 if it went well, 1 if it failed, 2 for a wrong option. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    OptionCheck check = new OptionCheck(spec);
    check.atLeast(1, "bench.users", users);
    check.atLeast(1, "bench.items", items);
    check.atLeast(1, "bench.events", events);
    check.parallelism("bench.parallelism", parallelism);
    long settling = SteadyLoad.SETTLING.toSeconds();
    check.require(
        steadySeconds == 0 || steadySeconds > settling,
        "bench.steadySeconds",
        steadySeconds,
        "0, or more than " + settling + ": events of the first seconds do not count");
    Path work =
        workFolder.isBlank()
            ? WorkFolder.orElse(Path.of(System.getProperty("java.io.tmpdir")))
            : Path.of(workFolder);
    check.require(
        Files.isWritable(work) && Files.isDirectory(work),
        "bench.workFolder",
        work,
        "a folder that is there and may be written to");
    BenchSettings settings =
        new BenchSettings(
            users,
            items,
            events,
            file(data),
            parallelism,
            file(config),
            seed,
            Duration.ofSeconds(steadySeconds),
            work,
            file(recording));
    try (DemoFolder folder = DemoFolder.create()) {
      new BenchRun(settings, folder, System.out::println).run();
    }
    return 0;
  }

  private static Path file(String option) {
    return option.isBlank() ? null : Path.of(option);
  }
}

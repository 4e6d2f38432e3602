package io.rivulet.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The local demo: a broker, a cluster, the job, and events, in one process and its child. */
@Command(
    name = "demo",
    description = "Starts a Kafka broker and a Flink cluster, and shows the job learning.",
    mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--seconds",
      description = "How long to simulate, in seconds (default: ${DEFAULT-VALUE}).",
      defaultValue = "60")
  private int seconds;

  @Option(
      names = "--scenario",
      description = "Simulated world: ecommerce, social, video or music (${DEFAULT-VALUE}).",
      defaultValue = "video")
  private String scenario;

  @Option(
      names = "--data",
      description = "Folder of a data set to replay instead, to its end.",
      defaultValue = "")
  private String data;

  @Option(
      names = "--parallelism",
      description = "Parallelism of the job (default: ${DEFAULT-VALUE}).",
      defaultValue = "2")
  private int parallelism;

  @Option(
      names = "--config",
      description = "Configuration of the job (default: the example that fits).",
      defaultValue = "")
  private String config;

  @Option(
      names = "--rate",
      description = "Events sent per second, 0 for as many as the job takes (${DEFAULT-VALUE}).",
      defaultValue = "0")
  private double rate;

  @Option(
      names = "--in-flight",
      description =
          "Most events sent and not yet answered; 0: 2000, or 64 where several learners replay a"
              + " data set (${DEFAULT-VALUE}).",
      defaultValue = "0")
  private long inFlight;

  @Option(
      names = "--seed",
      description = "Seed of the simulated world (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  /** Runs the demo and exits: 0 if it went well, 1 if it failed, 2 for a wrong option. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Demo()).setExecutionExceptionHandler(Demo::failed).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    OptionCheck check = new OptionCheck(spec);
    check.atLeast(1, "demo.seconds", seconds);
    check.parallelism("demo.parallelism", parallelism);
    check.require(rate >= 0, "demo.rate", rate, "a number of at least 0");
    check.atLeast(0, "demo.inFlight", inFlight);
    DemoSettings settings =
        new DemoSettings(
            Duration.ofSeconds(seconds),
            scenario,
            data.isBlank() ? null : Path.of(data),
            parallelism,
            config.isBlank() ? null : Path.of(config),
            rate,
            inFlight,
            seed);
    CountDownLatch ended = new CountDownLatch(1);
    try (DemoFolder folder = DemoFolder.create()) {
      DemoRun run = new DemoRun(settings, folder, System.out::println);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(run, ended), "demo-stop"));
      run.run();
    } finally {
      ended.countDown();
    }
    return 0;
  }

  /** On Ctrl-C: lets the run come to its closing line before the process ends. */
  private static void interrupt(DemoRun run, CountDownLatch ended) {
    run.stop();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      line.getErr().println("demo: " + cause.getMessage());
    }
    return line.getCommandSpec().exitCodeOnExecutionException();
  }
}

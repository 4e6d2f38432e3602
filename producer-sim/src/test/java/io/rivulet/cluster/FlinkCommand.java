package io.rivulet.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line {@code flink}. */
final class FlinkCommand {
  private static final Path JOB_JAR = Path.of("../flink-job/target/rivulet-job.jar");
  private static final Pattern SUBMITTED = Pattern.compile("submitted with JobID (\\p{XDigit}+)");
  private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed. Path: (\\S+)");

  private final FlinkHome home;

  FlinkCommand(FlinkHome home) {
    this.home = home;
  }

  /** {@code flink run -d} of the job's jar, however it ends. */
  CommandResult run(Path configuration, Map<String, String> environment, List<String> options)
      throws IOException, InterruptedException {
    return flink(
        environment,
        run(
            options,
            JOB_JAR.toAbsolutePath().normalize().toString(),
            configuration.toAbsolutePath().toString()));
  }

  /** Submits the job and returns its id. */
  String submit(Path configuration, Map<String, String> environment, List<String> options)
      throws IOException, InterruptedException {
    return found(SUBMITTED, run(configuration, environment, options));
  }

  /** Ends a job in good order and returns the path of its savepoint. */
  String stop(String job, Path savepoints, List<String> options)
      throws IOException, InterruptedException {
    return found(SAVEPOINT, flink(Map.of(), stop(options, savepoints.toUri().toString(), job)));
  }

  /** Ends a job at once. */
  void cancel(String job) throws IOException, InterruptedException {
    found(Pattern.compile("Cancelled job (\\p{XDigit}+)"), flink(Map.of(), cancelling(job)));
  }

  /** The arguments that submit a job. */
  static List<String> run(List<String> options, String jar, String configuration) {
    List<String> arguments = new ArrayList<>(List.of("run", "-d"));
    arguments.addAll(options);
    arguments.addAll(List.of(jar, configuration));
    return arguments;
  }

  /** The arguments that end a job in good order. */
  static List<String> stop(List<String> options, String savepoints, String job) {
    List<String> arguments = new ArrayList<>(List.of("stop", "--savepointPath", savepoints));
    arguments.addAll(options);
    arguments.add(job);
    return arguments;
  }

  /** The arguments that end a job at once. */
  static List<String> cancelling(String job) {
    return List.of("cancel", job);
  }

  private CommandResult flink(Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    ProcessBuilder command =
        home.java(List.of("-Xmx256m"), "org.apache.flink.client.cli.CliFrontend", arguments);
    command.environment().putAll(environment);
    return CommandResult.of(command);
  }

  private static String found(Pattern pattern, CommandResult result) {
    Matcher matcher = pattern.matcher(result.output());
    if (result.exitCode() != 0 || !matcher.find()) {
      throw new AssertionError(
          "flink ended with exit code " + result.exitCode() + ":\n" + result.output());
    }
    return matcher.group(1);
  }
}

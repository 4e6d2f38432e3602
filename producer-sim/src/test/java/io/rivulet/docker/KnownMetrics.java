package io.rivulet.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Metrics that Flink or an operator of the job makes, by their names in Prometheus. */
final class KnownMetrics {
  private static final Pattern METRIC = Pattern.compile("flink_\\w+");
  private static final Pattern SCOPE =
      Pattern.compile("flink_(job|task)manager_(job_(task_(operator_)?)?)?");
  private static final Pattern REGISTERED = Pattern.compile("(?:counter|gauge)\\(\"(\\w+)\"");

  /** Those of Flink that are used, without the scope before them. */
  private static final Set<String> OF_FLINK =
      Set.of(
          "numRegisteredTaskManagers",
          "numRunningJobs",
          "numRestarts",
          "numberOfFailedCheckpoints",
          "lastCheckpointCompletedTimestamp",
          "lastCheckpointDuration",
          "lastCheckpointSize",
          "lastCheckpointFullSize",
          "numRecordsIn",
          "numRecordsOut",
          "backPressuredTimeMsPerSecond",
          "busyTimeMsPerSecond",
          "pendingRecords",
          "Status_JVM_Memory_Heap_Used");

  private KnownMetrics() {}

  /** The metrics in an expression. */
  static Stream<String> in(String expression) {
    return METRIC.matcher(expression).results().map(MatchResult::group);
  }

  /** Whether there is such a metric. */
  static boolean contain(String metric) {
    String name = SCOPE.matcher(metric).replaceFirst("");
    return OF_FLINK.contains(name) || ofOperators().contains(name);
  }

  /** Those of Flink that are used. */
  static Set<String> ofFlink() {
    return OF_FLINK;
  }

  /** Those that the job's operators register. */
  static Set<String> ofOperators() {
    try (Stream<Path> files = Files.walk(Repository.ROOT.resolve("flink-job/src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> REGISTERED.matcher(Repository.read(file)).results())
          .map(found -> found.group(1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

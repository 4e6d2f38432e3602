package io.rivulet.cli;

import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.snapshot.PublishedVersion;
import io.rivulet.snapshot.SnapshotLog;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Marks a version. */
@Command(
    name = "current",
    mixinStandardHelpOptions = true,
    description = "Says which version readers are to use: a number, or newest.",
    footer = {"", "Example:", "  rivulet-cli current 42 --reason 'bad labels since noon'"})
final class CurrentCommand implements Callable<Integer> {
  @Mixin private TopicOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "VERSION", description = "A version's number; newest: whichever is.")
  private String version;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for people who look later.")
  private String reason;

  @Override
  public Integer call() throws Exception {
    if (!version.matches("newest|[1-9]\\d{0,17}")) {
      throw new ParameterException(
          spec.commandLine(), "found '" + version + "'; give a version's number, or newest");
    }
    try (KafkaSnapshotTopic topic = options.open()) {
      SnapshotLog log = LoadedModel.log(topic, options, spec.commandLine().getErr());
      long number = version.equals("newest") ? 0 : Long.parseLong(version);
      PublishedVersion found =
          number == 0 ? LoadedModel.newest(log, options) : LoadedModel.find(log, number, options);
      LoadedModel.load(topic, log, found, options.arm);
      PointerWriter.write(options, number, reason);
      new Printed(spec.commandLine().getOut(), options.json)
          .line(Map.of("current", number == 0 ? "newest" : number));
      return 0;
    }
  }
}

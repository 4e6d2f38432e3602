package io.rivulet.cli;

import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.snapshot.PublishedVersion;
import io.rivulet.snapshot.SnapshotException;
import io.rivulet.snapshot.SnapshotLog;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes back. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Makes readers go back to the version before the one that they use.",
    footer = {"", "Example:", "  rivulet-cli rollback --reason 'bad labels since noon'"})
final class RollbackCommand implements Callable<Integer> {
  @Mixin private TopicOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for people who look later.")
  private String reason;

  @Override
  public Integer call() throws Exception {
    try (KafkaSnapshotTopic topic = options.open()) {
      SnapshotLog log = LoadedModel.log(topic, options, spec.commandLine().getErr());
      PublishedVersion used = LoadedModel.find(log, null, options);
      int before = log.versions().lastIndexOf(used) - 1;
      if (before < 0) {
        throw new SnapshotException(
            "version " + used.number() + " is the oldest that the topic has");
      }
      PublishedVersion target = log.versions().get(before);
      LoadedModel.load(topic, log, target, options.arm);
      PointerWriter.write(options, target.number(), reason);
      new Printed(spec.commandLine().getOut(), options.json)
          .line(Map.of("current", target.number()));
      return 0;
    }
  }
}

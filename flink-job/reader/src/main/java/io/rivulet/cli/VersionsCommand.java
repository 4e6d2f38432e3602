package io.rivulet.cli;

import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.snapshot.PublishedVersion;
import io.rivulet.snapshot.SnapshotLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists versions. */
@Command(
    name = "versions",
    mixinStandardHelpOptions = true,
    description = "Lists the versions that the topic holds, oldest first.",
    footer = {"", "Example:", "  rivulet-cli versions --arm champion --json"})
final class VersionsCommand implements Callable<Integer> {
  @Mixin private TopicOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (KafkaSnapshotTopic topic = options.open()) {
      SnapshotLog log = LoadedModel.log(topic, options, spec.commandLine().getErr());
      PublishedVersion newest = LoadedModel.newest(log, options);
      PublishedVersion used = log.wanted() == 0 ? newest : log.version(log.wanted());
      if (used == null) {
        spec.commandLine()
            .getErr()
            .println(
                "rivulet-cli: readers are to use version %d, which the topic does not have; mark another one with 'current'"
                    .formatted(log.wanted()));
      }
      Printed out = new Printed(spec.commandLine().getOut(), options.json);
      for (PublishedVersion version : log.versions()) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("version", version.number());
        line.put("created", version.manifest().getCreatedAt().toString());
        line.put("on", version.manifest().getPreviousVersion());
        line.put("records", new TreeMap<>(version.manifest().getRecords()));
        line.put("rows", new TreeMap<>(version.manifest().getTotals()));
        line.put("metrics", new TreeMap<>(version.manifest().getMetrics()));
        line.put("current", version.equals(used));
        out.line(line);
      }
      return 0;
    }
  }
}

package io.rivulet.cli;

import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.snapshot.SnapshotLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a manifest. */
@Command(
    name = "manifest",
    mixinStandardHelpOptions = true,
    description = "Shows what a version says of itself.",
    footer = {"", "Example:", "  rivulet-cli manifest --model-version 42"})
final class ManifestCommand implements Callable<Integer> {
  @Mixin private TopicOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--model-version",
      paramLabel = "N",
      description = "The version (default: the one that readers use).")
  private Long version;

  @Override
  public Integer call() throws Exception {
    try (KafkaSnapshotTopic topic = options.open()) {
      SnapshotLog log = LoadedModel.log(topic, options, spec.commandLine().getErr());
      SnapshotManifest manifest = LoadedModel.find(log, version, options).manifest();
      Map<String, Object> values = new LinkedHashMap<>();
      manifest
          .getSchema()
          .getFields()
          .forEach(
              field -> {
                Object value = manifest.get(field.pos());
                boolean plain =
                    value instanceof Number
                        || value instanceof Map
                        || value instanceof Boolean
                        || value instanceof Iterable;
                values.put(field.name(), plain ? value : value.toString());
              });
      new Printed(spec.commandLine().getOut(), options.json).lines(values);
      return 0;
    }
  }
}

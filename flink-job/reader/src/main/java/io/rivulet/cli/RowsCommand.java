package io.rivulet.cli;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.snapshot.ModelStore;
import io.rivulet.snapshot.SnapshotException;
import io.rivulet.snapshot.SnapshotLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows rows. */
@Command(
    name = "rows",
    mixinStandardHelpOptions = true,
    description =
        "Shows rows of a version: id, examples that moved it, when last, and its numbers.",
    footer = {"", "Example:", "  rivulet-cli rows --table item --id item-7"})
final class RowsCommand implements Callable<Integer> {
  @Mixin private TopicOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--model-version",
      paramLabel = "N",
      description = "The version (default: the one that readers use).")
  private Long version;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      required = true,
      description = "user, item or dense.")
  private String table;

  @Option(names = "--id", paramLabel = "ID", description = "Only this row.")
  private String id;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most rows (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() throws Exception {
    Table rows = table();
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit: found " + limit + "; give a number from 1 on");
    }
    try (KafkaSnapshotTopic topic = options.open()) {
      SnapshotLog log = LoadedModel.log(topic, options, spec.commandLine().getErr());
      LoadedModel model =
          LoadedModel.load(topic, log, LoadedModel.find(log, version, options), options.arm);
      try (ModelStore.View view = model.store().view()) {
        if (id != null && view.row(rows, id) == null) {
          throw new SnapshotException("no row of " + table + " " + id);
        }
        List<String> ids = new ArrayList<>();
        view.forEach(rows, (found, row) -> ids.add(found));
        Printed out = new Printed(spec.commandLine().getOut(), options.json);
        ids.stream()
            .filter(found -> id == null || found.equals(id))
            .sorted()
            .limit(limit)
            .forEach(found -> out.line(line(found, model.row(view, rows, found))));
      }
      return 0;
    }
  }

  private Table table() {
    try {
      return Table.ofLabel(table);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--table: found '" + table + "'; give user, item or dense", e);
    }
  }

  private static Map<String, Object> line(String id, Row row) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", id);
    line.put("count", row.count());
    line.put("lastSeen", row.lastSeen());
    List<Float> values = new ArrayList<>();
    for (float value : row.values()) {
      values.add(value);
    }
    line.put("values", values);
    return line;
  }
}

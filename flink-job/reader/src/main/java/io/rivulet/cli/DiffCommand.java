package io.rivulet.cli;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.snapshot.ModelStore;
import io.rivulet.snapshot.SnapshotException;
import io.rivulet.snapshot.SnapshotLog;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two versions. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Counts the rows in which two versions differ, and the largest difference of a number.",
    footer = {"", "Example:", "  rivulet-cli diff 41 42"})
final class DiffCommand implements Callable<Integer> {
  @Mixin private TopicOptions options;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FROM", description = "A version.")
  private long from;

  @Parameters(index = "1", paramLabel = "TO", description = "Another version.")
  private long to;

  @Override
  public Integer call() throws Exception {
    try (KafkaSnapshotTopic topic = options.open()) {
      SnapshotLog log = LoadedModel.log(topic, options, spec.commandLine().getErr());
      LoadedModel old =
          LoadedModel.load(topic, log, LoadedModel.find(log, from, options), options.arm);
      LoadedModel now =
          LoadedModel.load(topic, log, LoadedModel.find(log, to, options), options.arm);
      for (Table table : Table.values()) {
        if (old.model().layout(table).version() != now.model().layout(table).version()) {
          throw new SnapshotException(
              "versions %d and %d are of two models: compare their manifests instead"
                  .formatted(from, to));
        }
      }
      Printed out = new Printed(spec.commandLine().getOut(), options.json);
      try (ModelStore.View before = old.store().view();
          ModelStore.View after = now.store().view()) {
        for (Table table : Table.values()) {
          out.line(difference(table, old, before, now, after));
        }
      }
      return 0;
    }
  }

  private static Map<String, Object> difference(
      Table table,
      LoadedModel old,
      ModelStore.View before,
      LoadedModel now,
      ModelStore.View after) {
    Set<String> ids = new TreeSet<>();
    before.forEach(table, (id, row) -> ids.add(id));
    after.forEach(table, (id, row) -> ids.add(id));
    long added = 0;
    long removed = 0;
    long changed = 0;
    float largest = 0;
    for (String id : ids) {
      Row first = old.row(before, table, id);
      Row second = now.row(after, table, id);
      if (first == null) {
        added++;
      } else if (second == null) {
        removed++;
      } else {
        boolean same =
            first.count() == second.count() && Arrays.equals(first.values(), second.values());
        changed += same ? 0 : 1;
        largest = Math.max(largest, largest(first.values(), second.values()));
      }
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("table", table.label());
    line.put("added", added);
    line.put("removed", removed);
    line.put("changed", changed);
    line.put("largestDifference", largest);
    return line;
  }

  private static float largest(float[] first, float[] second) {
    float largest = 0;
    for (int i = 0; i < first.length; i++) {
      largest = Math.max(largest, Math.abs(first[i] - second[i]));
    }
    return largest;
  }
}

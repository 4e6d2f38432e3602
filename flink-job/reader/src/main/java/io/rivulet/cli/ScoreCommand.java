package io.rivulet.cli;

import io.rivulet.reader.ModelReader;
import io.rivulet.reader.ReaderSettings;
import io.rivulet.snapshot.ItemScore;
import io.rivulet.snapshot.ScoreQuery;
import io.rivulet.snapshot.Scores;
import io.rivulet.snapshot.SnapshotException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores items. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = "Predicts how good items are for a user, with the version that readers use.",
    footer = {
      "",
      "Example:",
      "  rivulet-cli score --user user-1 --item item-7 --item item-8 --context device=tv"
    })
final class ScoreCommand implements Callable<Integer> {
  @Mixin private TopicOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--user", paramLabel = "ID", required = true, description = "The user.")
  private String user;

  @Option(
      names = "--item",
      paramLabel = "ID",
      required = true,
      description = "An item. May be given many times.")
  private List<String> items;

  @Option(
      names = "--context",
      paramLabel = "NAME=VALUE",
      description = "A fact about the situation, as events carry it. May be given many times.")
  private Map<String, String> context = new LinkedHashMap<>();

  @Option(
      names = "--number",
      paramLabel = "NAME=VALUE",
      description = "A numeric fact about the situation. May be given many times.")
  private Map<String, Double> numbers = new LinkedHashMap<>();

  @Option(
      names = "--catalog-topic",
      paramLabel = "TOPIC",
      defaultValue = "item-catalog",
      description = "The job's kafka.topics.itemCatalog (default: ${DEFAULT-VALUE}).")
  private String catalogTopic;

  @Override
  public Integer call() throws Exception {
    ReaderSettings settings =
        new ReaderSettings(options.kafka(), options.topic, catalogTopic, options.arm, null);
    try (ModelReader reader = ModelReader.open(settings)) {
      if (reader.version() == 0) {
        throw new SnapshotException(
            reader.problem() == null ? "the topic has no version" : reader.problem());
      }
      Scores scores = reader.predict(new ScoreQuery(user, items, context, numbers));
      Printed out = new Printed(spec.commandLine().getOut(), options.json);
      for (ItemScore item : scores.items()) {
        out.line(line(scores, item));
      }
      return 0;
    }
  }

  private static Map<String, Object> line(Scores scores, ItemScore item) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("item", item.itemId());
    line.put("score", item.score());
    item.tasks().forEach((task, prediction) -> line.put(task, prediction(prediction)));
    line.put("version", scores.modelVersion());
    line.put("coldUser", scores.cold());
    line.put("coldItem", item.cold());
    if (item.problem() != null) {
      line.put("problem", item.problem());
    }
    return line;
  }

  private static Object prediction(float[] numbers) {
    if (numbers.length == 1) {
      return numbers[0];
    }
    List<Float> all = new java.util.ArrayList<>();
    for (float number : numbers) {
      all.add(number);
    }
    return all;
  }
}

package io.rivulet.onnx;

import io.rivulet.config.yaml.YamlReader;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.Locale;

/**
 * A small model as a configuration writes it.
 *
 * @param tasks lines of the list
 * @param features lines, none where the model has no features
 * @param architecture the keys in braces
 * @param fusion the keys in braces
 */
record ModelText(String tasks, String features, String architecture, String fusion) {
  /** Every type of task. One is named like an input, to see that they stay apart. */
  static final String ALL_TASKS =
      """
      tasks:
        - {name: click, type: binary, label: {positive: [click], negative: [skip]}}
        - {name: rating, type: regression, range: [1, 5], label: {actions: [rate]}}
        - name: price
          type: regression
          range: [-20.5, 1000]
          huber: 50
          lossScale: 3
          label: {actions: [buy]}
        - {name: genre, type: multiclass, classes: [a, "b, c", d], label: {from: item.genre}}
        - {name: user, type: binary}
        - {name: buy, type: product, of: [click, user], label: {positive: [buy], negative: [click]}}
      """;

  static final String ALL_FEATURES =
      """
      categorical:
        - {from: item.maker, buckets: 5, dimension: 3}
        - {from: context.hour, buckets: 7, dimension: 2}
      numeric: [age, price, constant]
      content: {length: 9, dimension: 4}
      statistics: {damping: 2.5, userMemory: 3}
      """;

  static final String NO_FEATURES = "statistics: {enabled: false}\n";

  static final String AVERAGE = "{type: average}";

  /** Two hidden layers; a mixture has three experts, and PLE three levels. */
  static String architecture(ArchitectureType type) {
    String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    int levels = type == ArchitectureType.PLE ? 3 : 1;
    return String.format(
        "{type: %s, hidden: [12, 8], tower: 6, experts: 3, taskExperts: 2, levels: %d}",
        name, levels);
  }

  /** The specification. The product's scale grows fast, so that it counts after a few steps. */
  LearnerSpec spec() {
    String text =
        "embedding: 6\nwide: {productRate: 5}\n"
            + tasks
            + features
            + ("architecture: " + architecture + "\n")
            + ("fusion: " + fusion + "\n");
    return new YamlReader(name -> null).read(LearnerSpec.class, "test", text);
  }
}

package io.rivulet.onnx;

import io.rivulet.learner.Layouts;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a caller needs to know of a model besides the shapes of its inputs and outputs. */
final class Metadata {
  private Metadata() {}

  /**
   * Facts about a model, in the order of their names.
   *
   * @param more facts that only the caller knows, such as {@code arm}
   * @throws IllegalArgumentException if one of these has the name of a fact that the specification
   *     gives
   */
  static Map<String, String> of(LearnerSpec spec, Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("architecture", label(spec.architecture().type()));
    facts.put("fusion", label(spec.fusion().type()));
    facts.put("row.length", Integer.toString(Layouts.rows(spec).length()));
    facts.put("row.layout", Integer.toString(Layouts.rows(spec).version()));
    facts.put("dense.layout", Integer.toString(Layouts.dense(spec).version()));
    for (int i = 0; i < spec.tasks().size(); i++) {
      putTask(facts, "task." + i, spec.tasks().get(i));
    }
    for (int i = 0; i < spec.categorical().size(); i++) {
      CategoricalSpec feature = spec.categorical().get(i);
      facts.put("category." + i, feature.from());
      facts.put("category." + i + ".buckets", Integer.toString(feature.buckets()));
    }
    putAll(facts, "number", spec.numeric());
    more.forEach(
        (name, value) -> {
          if (facts.put(name, value) != null) {
            throw new IllegalArgumentException(
                "the specification gives '" + name + "': choose another name for '" + value + "'");
          }
        });
    return facts;
  }

  private static void putTask(Map<String, String> facts, String key, TaskSpec task) {
    facts.put(key, task.name());
    facts.put(key + ".type", label(task.type()));
    facts.put(key + ".output", Names.output(task));
    putAll(facts, key + ".class", task.classes());
    putAll(facts, key + ".of", task.of());
    putAll(facts, key + ".range", task.range());
  }

  private static void putAll(Map<String, String> facts, String key, List<?> values) {
    for (int i = 0; i < values.size(); i++) {
      facts.put(key + "." + i, values.get(i).toString());
    }
  }

  /** As the configuration writes it. */
  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package io.rivulet.learner.data;

import io.rivulet.learner.Features;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.LabelSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the facts of an event into the numbers of an example. Immutable. */
public final class ExampleEncoder {
  private static final String ITEM = "item.";
  private static final String CONTEXT = "context.";

  /** Which fact a feature or label is read from. */
  private record Source(boolean ofItem, String name) {
    /** The source that a configuration names so. */
    static Source of(String reference) {
      boolean ofItem = reference.startsWith(ITEM);
      return new Source(ofItem, reference.substring((ofItem ? ITEM : CONTEXT).length()));
    }

    String in(Map<String, String> context, Map<String, String> itemAttributes) {
      return (ofItem ? itemAttributes : context).get(name);
    }
  }

  private final LearnerSpec spec;
  private final Set<String> actions;

  /** Of the categorical features. */
  private final Source[] featureSources;

  /** Of the labels by task; null where a label is not read from a fact. */
  private final Source[] labelSources;

  /** Encodes for the tasks and features of {@code spec}. */
  public ExampleEncoder(LearnerSpec spec) {
    this.spec = spec;
    this.actions =
        spec.tasks().stream()
            .map(TaskSpec::label)
            .flatMap(
                label ->
                    Stream.of(label.positive(), label.negative(), label.actions())
                        .flatMap(List::stream))
            .collect(Collectors.toUnmodifiableSet());
    featureSources =
        spec.categorical().stream()
            .map(CategoricalSpec::from)
            .map(Source::of)
            .toArray(Source[]::new);
    labelSources =
        spec.tasks().stream()
            .map(task -> task.label().from())
            .map(from -> from.isEmpty() ? null : Source.of(from))
            .toArray(Source[]::new);
  }

  /** All actions that any task names. */
  public Set<String> actions() {
    return actions;
  }

  /**
   * The features of an event. A value that is not there falls into bucket 0, any other into one of
   * the buckets from 1 on, by its hash.
   *
   * @param context facts about the event and its user
   * @param numbers numeric facts about the event
   * @param itemAttributes facts about the item
   * @param content the item's content vector, empty if it has none; not copied
   */
  public Features features(
      Map<String, String> context,
      Map<String, Double> numbers,
      Map<String, String> itemAttributes,
      float[] content) {
    int[] categories = new int[spec.categorical().size()];
    for (int i = 0; i < categories.length; i++) {
      String value = featureSources[i].in(context, itemAttributes);
      if (value != null) {
        int buckets = spec.categorical().get(i).buckets();
        categories[i] = 1 + Math.floorMod(mix(value.hashCode()), buckets - 1);
      }
    }
    float[] values = new float[spec.numeric().size()];
    for (int i = 0; i < values.length; i++) {
      Double value = numbers.get(spec.numeric().get(i));
      values[i] = value == null ? Float.NaN : value.floatValue();
    }
    return new Features(categories, values, spec.content().length() == 0 ? new float[0] : content);
  }

  /**
   * The labels of an event, one per task, NaN where the event gives none.
   *
   * @param action what the user did
   * @param value the number that came with the action; null if there was none
   * @param context facts about the event and its user
   * @param itemAttributes facts about the item
   */
  public float[] labels(
      String action,
      Double value,
      Map<String, String> context,
      Map<String, String> itemAttributes) {
    float[] labels = new float[spec.tasks().size()];
    for (int task = 0; task < labels.length; task++) {
      TaskSpec target = spec.tasks().get(task);
      LabelSpec label = target.label();
      labels[task] =
          switch (target.type()) {
            case BINARY, PRODUCT -> binary(label, action, value);
            case REGRESSION ->
                value != null && label.actions().contains(action) ? value.floatValue() : Float.NaN;
            case MULTICLASS -> {
              boolean given = label.actions().isEmpty() || label.actions().contains(action);
              String found = given ? labelSources[task].in(context, itemAttributes) : null;
              int index = found == null ? -1 : target.classes().indexOf(found);
              yield index < 0 ? Float.NaN : index;
            }
          };
    }
    return labels;
  }

  private static float binary(LabelSpec label, String action, Double value) {
    if (label.positive().contains(action)) {
      return 1;
    }
    if (label.negative().contains(action)) {
      return 0;
    }
    if (value == null || value.isNaN() || !label.actions().contains(action)) {
      return Float.NaN;
    }
    return value >= label.atLeast() ? 1 : 0;
  }

  /** Spreads the low entropy of {@link String#hashCode} (MurmurHash3's finaliser, Appleby). */
  private static int mix(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }
}

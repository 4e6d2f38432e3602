package io.rivulet.learner.data;

import io.rivulet.learner.spec.LabelSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.TaskType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells the tasks' labels. What follows from the action alone is known before any event is.
 * Immutable.
 */
final class LabelEncoder {
  /**
   * What an action says.
   *
   * @param labels those that follow from it alone; NaN for the others
   * @param ofValue tasks whose label is read from the number that comes with the action
   * @param ofContext tasks whose label is read from the context
   */
  private record Told(float[] labels, int[] ofValue, int[] ofContext) {}

  private final LearnerSpec spec;

  /** By task; null where a label is not read from a fact. */
  private final FactSource[] sources;

  /** Which of the labels name something of the item. */
  private final int[] ofItem;

  private final Map<String, Told> byAction = new HashMap<>();

  /** Of an action that no task names. */
  private final Told otherwise;

  LabelEncoder(LearnerSpec spec) {
    this.spec = spec;
    sources =
        spec.tasks().stream()
            .map(task -> task.label().from())
            .map(from -> from.isEmpty() ? null : FactSource.of(from))
            .toArray(FactSource[]::new);
    ofItem = tasks(task -> sources[task] != null && sources[task].ofItem());
    spec.tasks().stream()
        .flatMap(task -> named(task.label()))
        .forEach(action -> byAction.computeIfAbsent(action, this::told));
    otherwise = told("");
  }

  private static Stream<String> named(LabelSpec label) {
    return Stream.of(label.positive(), label.negative(), label.actions()).flatMap(List::stream);
  }

  private int[] tasks(IntPredicate chosen) {
    return IntStream.range(0, spec.tasks().size()).filter(chosen).toArray();
  }

  private Told told(String action) {
    float[] labels = new float[spec.tasks().size()];
    for (int task = 0; task < labels.length; task++) {
      labels[task] = alone(spec.tasks().get(task), sources[task], action);
    }
    return new Told(
        labels,
        tasks(task -> Float.isNaN(labels[task]) && readsValue(spec.tasks().get(task), action)),
        tasks(task -> Float.isNaN(labels[task]) && readsContext(task, action)));
  }

  /** The label that follows from the action alone; NaN if none does. */
  private static float alone(TaskSpec task, FactSource source, String action) {
    LabelSpec label = task.label();
    return switch (task.type()) {
      case BINARY, PRODUCT ->
          label.positive().contains(action) ? 1 : label.negative().contains(action) ? 0 : Float.NaN;
      case REGRESSION -> Float.NaN;
      case MULTICLASS -> source.ofItem() && counts(label, action) ? 0 : Float.NaN;
    };
  }

  private static boolean readsValue(TaskSpec task, String action) {
    return task.type() != TaskType.MULTICLASS && task.label().actions().contains(action);
  }

  private boolean readsContext(int task, String action) {
    TaskSpec target = spec.tasks().get(task);
    return target.type() == TaskType.MULTICLASS && counts(target.label(), action);
  }

  /** Whether a class is told with the action: with any, if the task names none. */
  private static boolean counts(LabelSpec label, String action) {
    return label.actions().isEmpty() || label.actions().contains(action);
  }

  /** All actions that any task names. */
  Set<String> actions() {
    return Set.copyOf(byAction.keySet());
  }

  /** As {@link ExampleEncoder#labels(String, Double, Map)}. */
  float[] labels(String action, Double value, Map<String, String> context) {
    Told told = byAction.getOrDefault(action, otherwise);
    float[] labels = told.labels().clone();
    if (value != null) {
      for (int task : told.ofValue()) {
        labels[task] = ofValue(spec.tasks().get(task), value);
      }
    }
    for (int task : told.ofContext()) {
      labels[task] = index(task, context.get(sources[task].name()));
    }
    return labels;
  }

  private static float ofValue(TaskSpec task, double value) {
    return switch (task.type()) {
      case REGRESSION -> (float) value;
      default -> Double.isNaN(value) ? Float.NaN : value >= task.label().atLeast() ? 1 : 0;
    };
  }

  /** As {@link ExampleEncoder#withItem(float[], Map)}. */
  float[] withItem(float[] event, Map<String, String> itemAttributes) {
    if (ofItem.length == 0) {
      return event;
    }
    float[] labels = event.clone();
    for (int task : ofItem) {
      if (!Float.isNaN(labels[task])) {
        labels[task] = index(task, itemAttributes.get(sources[task].name()));
      }
    }
    return labels;
  }

  private float index(int task, String value) {
    int index = value == null ? -1 : spec.tasks().get(task).classes().indexOf(value);
    return index < 0 ? Float.NaN : index;
  }
}

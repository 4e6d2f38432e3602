package io.rivulet.learner.data;

import io.rivulet.learner.Features;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns the facts of an event into the numbers of an example. Immutable. */
public final class ExampleEncoder {
  private static final float[] NO_CONTENT = {};

  private final LearnerSpec spec;
  private final LabelEncoder labels;

  /** Of the categorical features. */
  private final FactSource[] sources;

  /** Which of the categorical features the item gives. */
  private final int[] itemFeatures;

  /** Encodes for the tasks and features of {@code spec}. */
  public ExampleEncoder(LearnerSpec spec) {
    this.spec = spec;
    labels = new LabelEncoder(spec);
    sources =
        spec.categorical().stream()
            .map(CategoricalSpec::from)
            .map(FactSource::of)
            .toArray(FactSource[]::new);
    itemFeatures = IntStream.range(0, sources.length).filter(i -> sources[i].ofItem()).toArray();
  }

  /** All actions that any task names. */
  public Set<String> actions() {
    return labels.actions();
  }

  /**
   * The features of an event whose item is known, as {@link #withItem(Features, Map, float[])}
   * makes them of what {@link #features(Map, Map)} gives.
   */
  public Features features(
      Map<String, String> context,
      Map<String, Double> numbers,
      Map<String, String> itemAttributes,
      float[] content) {
    return withItem(features(context, numbers), itemAttributes, content);
  }

  /**
   * The features of an event, of its item nothing being known. A value that is not there falls into
   * bucket 0, any other into one of the buckets from 1 on, by its hash.
   *
   * @param context facts about the event and its user
   * @param numbers numeric facts about the event
   */
  public Features features(Map<String, String> context, Map<String, Double> numbers) {
    int[] categories = new int[spec.categorical().size()];
    for (int i = 0; i < categories.length; i++) {
      if (!sources[i].ofItem()) {
        categories[i] = bucket(i, context.get(sources[i].name()));
      }
    }
    float[] values = new float[spec.numeric().size()];
    for (int i = 0; i < values.length; i++) {
      Double value = numbers.get(spec.numeric().get(i));
      values[i] = value == null ? Float.NaN : value.floatValue();
    }
    return new Features(categories, values, NO_CONTENT);
  }

  /**
   * Adds what the item gives to an event's features, which are not changed.
   *
   * @param itemAttributes facts about the item
   * @param content the item's content vector, empty if it has none; not copied
   */
  public Features withItem(Features event, Map<String, String> itemAttributes, float[] content) {
    boolean contentCounts = spec.content().length() > 0;
    if (itemFeatures.length == 0 && !contentCounts) {
      return event;
    }
    int[] categories = event.categories().clone();
    for (int i : itemFeatures) {
      categories[i] = bucket(i, itemAttributes.get(sources[i].name()));
    }
    return new Features(categories, event.numbers(), contentCounts ? content : NO_CONTENT);
  }

  private int bucket(int feature, String value) {
    int buckets = spec.categorical().get(feature).buckets();
    return value == null ? 0 : 1 + Math.floorMod(mix(value.hashCode()), buckets - 1);
  }

  /**
   * The labels of an event whose item is known, as {@link #withItem(float[], Map)} makes them of
   * what {@link #labels(String, Double, Map)} gives.
   */
  public float[] labels(
      String action,
      Double value,
      Map<String, String> context,
      Map<String, String> itemAttributes) {
    return withItem(labels(action, value, context), itemAttributes);
  }

  /**
   * The labels of an event, one per task, NaN where the event gives none. Those that name something
   * of its item are open: any number where the event gives one.
   *
   * @param action what the user did
   * @param value the number that came with the action; null if there was none
   * @param context facts about the event and its user
   */
  public float[] labels(String action, Double value, Map<String, String> context) {
    return labels.labels(action, value, context);
  }

  /**
   * Fills in the labels of an event that name something of its item. They are not changed.
   *
   * @param itemAttributes facts about the item
   */
  public float[] withItem(float[] event, Map<String, String> itemAttributes) {
    return labels.withItem(event, itemAttributes);
  }

  /** Spreads the low entropy of {@link String#hashCode} (MurmurHash3's finaliser, Appleby). */
  private static int mix(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }
}

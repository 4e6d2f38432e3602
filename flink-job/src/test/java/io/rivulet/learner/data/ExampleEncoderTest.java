package io.rivulet.learner.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.Features;
import io.rivulet.learner.Specs;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.LabelSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.TaskType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExampleEncoderTest {
  private static final TaskSpec CLICK =
      new TaskSpec(
          "click",
          TaskType.BINARY,
          new LabelSpec(List.of("click", "buy"), List.of("view"), List.of(), Double.NaN, ""),
          List.of(),
          List.of(),
          List.of(),
          1,
          0,
          false);

  private final ExampleEncoder encoder =
      new ExampleEncoder(
          Specs.learner(
              List.of(
                  Specs.regression("rating", 1, 5),
                  Specs.binary("like", 4),
                  Specs.multiclass("genre", "item.genre", List.of("drama", "comedy")),
                  CLICK),
              List.of(
                  new CategoricalSpec("context.hour", 8, 2),
                  new CategoricalSpec("item.studio", 1000, 2))));

  @Test
  void namesAllActions() {
    assertThat(encoder.actions()).containsExactlyInAnyOrder("rate", "click", "buy", "view");
  }

  @Test
  void readsLabelsFromActionValueAndAttributes() {
    assertThat(labels("rate", 4.0, Map.of("genre", "comedy"))).containsExactly(4, 1, 1, Float.NaN);
    assertThat(labels("rate", 3.9, Map.of("genre", "horror")))
        .containsExactly(3.9f, 0, Float.NaN, Float.NaN);
    assertThat(labels("rate", null, Map.of())).containsOnly(Float.NaN);
    assertThat(labels("rate", Double.NaN, Map.of())).containsOnly(Float.NaN);
    assertThat(labels("buy", 4.0, Map.of("genre", "drama")))
        .containsExactly(Float.NaN, Float.NaN, Float.NaN, 1);
    assertThat(labels("view", null, Map.of())).containsExactly(Float.NaN, Float.NaN, Float.NaN, 0);
  }

  @Test
  void readsClassesFromTheContextWithAnyActionOrWithThoseNamed() {
    ExampleEncoder places =
        new ExampleEncoder(
            Specs.learner(
                List.of(place("place"), place("sale", "buy"), Specs.binary("like", 4)), List.of()));
    Map<String, String> shop = Map.of("place", "shop");

    assertThat(places.labels("buy", null, shop)).containsExactly(1, 1, Float.NaN);
    assertThat(places.labels("rate", 4.0, shop)).containsExactly(1, Float.NaN, 1);
    assertThat(places.labels("no task names it", 4.0, shop))
        .containsExactly(1, Float.NaN, Float.NaN);
    assertThat(places.labels("buy", null, Map.of("place", "sea"))).containsOnly(Float.NaN);
    assertThat(places.labels("buy", null, Map.of())).containsOnly(Float.NaN);
  }

  @Test
  void bucketsByValueAndKeepsBucketZeroForNone() {
    assertThat(encoder.features(Map.of(), Map.of(), Map.of(), new float[0]).categories())
        .containsExactly(0, 0);
    long hours =
        IntStream.range(0, 24)
            .map(
                h ->
                    encoder.features(Map.of("hour", "" + h), Map.of(), Map.of(), new float[0])
                        .categories()[0])
            .peek(bucket -> assertThat(bucket).isBetween(1, 7))
            .distinct()
            .count();
    assertThat(hours).isEqualTo(7);
    assertThat(studio("A"))
        .isEqualTo(
            encoder.features(Map.of("x", "y"), Map.of(), Map.of("studio", "A"), new float[0])
                .categories()[1])
        .isNotEqualTo(studio("B"));
  }

  /** The item becomes known on the way, elsewhere than the event. */
  @Test
  void whatTheItemGivesIsAddedToWhatTheEventGives() {
    float[] content = {1};
    Features event = encoder.features(Map.of("hour", "3", "studio", "B"), Map.of());
    Features both = encoder.withItem(event, Map.of("studio", "A", "hour", "4"), content);

    assertThat(event.categories()[1]).isZero();
    assertThat(both.categories()).containsExactly(event.categories()[0], studio("A"));
    assertThat(both.content()).as("the model has none").isEmpty();

    float[] labels = encoder.labels("rate", 4.0, Map.of("genre", "drama"));
    assertThat(encoder.withItem(labels, Map.of("genre", "comedy")))
        .containsExactly(4, 1, 1, Float.NaN);
    assertThat(encoder.withItem(labels, Map.of())).containsExactly(4, 1, Float.NaN, Float.NaN);
    assertThat(encoder.withItem(labels, Map.of("genre", "drama")))
        .as("the first time changed nothing")
        .containsExactly(4, 1, 0, Float.NaN);
  }

  private static TaskSpec place(String name, String... actions) {
    return new TaskSpec(
        name,
        TaskType.MULTICLASS,
        new LabelSpec(List.of(), List.of(), List.of(actions), Double.NaN, "context.place"),
        List.of(),
        List.of(),
        List.of("home", "shop"),
        1,
        0,
        false);
  }

  private int studio(String name) {
    return encoder.features(Map.of(), Map.of(), Map.of("studio", name), new float[0])
        .categories()[1];
  }

  private float[] labels(String action, Double value, Map<String, String> attributes) {
    return encoder.labels(action, value, Map.of(), attributes);
  }
}

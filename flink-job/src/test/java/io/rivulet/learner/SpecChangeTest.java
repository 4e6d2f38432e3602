package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.layout.SchemaChange;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.CategoricalSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model still knows after its specification has changed. */
class SpecChangeTest {
  private static final List<TaskSpec> TASKS =
      List.of(Specs.regression("rating", 1, 5), Specs.binary("like", 4));
  private static final List<CategoricalSpec> CATEGORICAL =
      List.of(new CategoricalSpec("context.age", 5, 2));
  private static final LearnerSpec SPEC = Specs.learner(TASKS, CATEGORICAL);
  private static final int STEPS = 50;

  private final Random random = new Random(1);
  private LearnerSpec spec;
  private float[] dense;
  private float[] user;
  private float[] item;

  @BeforeEach
  void learn() {
    learn(SPEC);
  }

  private void learn(LearnerSpec first) {
    spec = first;
    user = Layouts.rows(spec).initial("user", "u");
    item = Layouts.rows(spec).initial("item", "i");
    try (Learner learner = new Learner(spec)) {
      for (int i = 0; i < STEPS; i++) {
        float[] other = Layouts.rows(spec).initial("user", "u" + i);
        float rating = 1 + random.nextInt(5);
        learner.learn(
            List.of(
                example(user, item, new float[] {4, 1}, 1),
                example(other, item, new float[] {rating, rating < 4 ? 0 : 1}, 2)));
      }
      dense = learner.dense().clone();
    }
  }

  @ParameterizedTest
  @EnumSource(ArchitectureType.class)
  void aNewTaskLeavesTheOthersAsTheyWere(ArchitectureType type) {
    learn(Specs.layered(SPEC, Specs.architecture(type, List.of(8, 6), 4)));
    float[] before = predict(new Features(1));
    List<TaskSpec> more =
        List.of(
            Specs.binary("seen", 1),
            TASKS.get(1),
            Specs.multiclass("g", "item.g", List.of("a", "b")),
            TASKS.get(0));
    change(Specs.changed(spec, spec.embedding(), more, CATEGORICAL, List.of()), true);

    float[] after = predict(new Features(1));
    // The shared gate of layered extraction also mixes in the new task's experts.
    float tolerance = type == ArchitectureType.PLE ? 0.2f : 1e-5f;
    assertThat(new float[] {after[4], after[1]}).containsExactly(before, within(tolerance));
    assertThat(after[0]).as("a new binary task").isBetween(0f, 1f);
  }

  @Test
  void aNewFeatureIsUnknownAtFirst() {
    float[] before = predict(new Features(1));
    List<CategoricalSpec> more =
        List.of(new CategoricalSpec("item.brand", 7, 3), CATEGORICAL.get(0));
    change(Specs.changed(SPEC, SPEC.embedding(), TASKS, more, List.of("price")), true);

    Features features = new Features(new int[] {4, 1}, new float[] {9}, new float[0]);
    assertThat(predict(features)).containsExactly(before, within(1e-5f));
  }

  @Test
  void aFeatureThatGoesTakesNothingElseWithIt() {
    float[] before = dense.clone();
    change(Specs.changed(SPEC, SPEC.embedding(), TASKS, List.of(), List.of()), true);

    assertThat(SegmentView.dense(spec, dense).segment("tower/like/kernel"))
        .isEqualTo(SegmentView.dense(SPEC, before).segment("tower/like/kernel"));
    assertThat(predict(new Features())).doesNotContain(Float.NaN);
  }

  @Test
  void longerEmbeddingsBeginWithTheOldOnes() {
    float[] before = user;
    float[] prediction = predict(new Features(1));
    change(Specs.changed(SPEC, 24, TASKS, CATEGORICAL, List.of()), true);

    assertThat(user).startsWith(Arrays.copyOf(before, 16));
    assertThat(Arrays.copyOfRange(user, 16, 24))
        .isEqualTo(Arrays.copyOfRange(Layouts.rows(spec).initial("user", "u"), 16, 24));
    assertThat(predict(new Features(1))).containsExactly(prediction, within(0.1f));
  }

  @Test
  void orBeginAnew() {
    change(Specs.changed(SPEC, 24, TASKS, CATEGORICAL, List.of()), false);

    assertThat(Arrays.copyOf(user, 24))
        .isEqualTo(Arrays.copyOf(Layouts.rows(spec).initial("user", "u"), 24));
  }

  @Test
  void anotherNumberOfBucketsIsAnotherTable() {
    change(
        Specs.changed(
            SPEC, 16, TASKS, List.of(new CategoricalSpec("context.age", 6, 2)), List.of()),
        true);

    assertThat(SegmentView.dense(spec, dense).segment("category/context.age")).containsOnly(0);
  }

  @Test
  void anotherRangeIsAnotherTask() {
    List<TaskSpec> wider = List.of(Specs.regression("rating", 0, 100), TASKS.get(1));
    change(Specs.changed(SPEC, 16, wider, CATEGORICAL, List.of()), true);

    SegmentView after = SegmentView.dense(spec, dense);
    assertThat(after.segment("prior/rating/count")).containsExactly(2);
    assertThat(after.segment("prior/like/count")[0]).isGreaterThan(STEPS);
  }

  private void change(LearnerSpec next, boolean parts) {
    ParameterLayout rows = Layouts.rows(next);
    SchemaChange rowChange =
        SchemaChange.between(Layouts.rows(spec).schema(), rows.schema(), parts);
    user = rowChange.apply(user, rows.initial("user", "u"));
    item = rowChange.apply(item, rows.initial("item", "i"));
    ParameterLayout layout = Layouts.dense(next);
    dense =
        SchemaChange.between(Layouts.dense(spec).schema(), layout.schema(), parts)
            .apply(dense, layout.initial("dense", ""));
    spec = next;
  }

  private float[] predict(Features features) {
    try (Learner learner = new Learner(spec)) {
      System.arraycopy(dense, 0, learner.dense(), 0, dense.length);
      float[] labels = new float[spec.tasks().size()];
      Arrays.fill(labels, Float.NaN);
      return learner.predict(List.of(new Example(user, item, features, labels, 1))).prediction(0);
    }
  }

  private static Example example(float[] user, float[] item, float[] labels, int age) {
    return new Example(user, item, new Features(age), labels, 1);
  }
}

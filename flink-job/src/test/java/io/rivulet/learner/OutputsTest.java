package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutputsTest {
  private final Outputs outputs =
      new Outputs(
          Specs.learner(
              List.of(
                  Specs.multiclass("genre", "item.genre", List.of("a", "b", "c")),
                  Specs.regression("rating", 1, 5),
                  Specs.binary("like", 4)),
              List.of()));

  @Test
  void laysTheTasksOneBehindTheOther() {
    assertThat(outputs.tasks()).isEqualTo(3);
    assertThat(outputs.length()).isEqualTo(5);
    assertThat(outputs.offset(1)).isEqualTo(3);
    assertThat(outputs.length(0)).isEqualTo(3);
    assertThat(outputs.length(2)).isEqualTo(1);
  }

  @Test
  void ranksByTheMeanOfProbabilityAndScaledRating() {
    assertThat(outputs.fuse(new float[] {1, 0, 0, 4, 0.25f})).isEqualTo(0.5f);
    assertThat(outputs.fuse(new float[] {0, 0, 1, 4, 0.25f})).isEqualTo(0.5f);
  }

  @Test
  void withOnlyClassesThereIsNothingToRankBy() {
    Outputs classes =
        new Outputs(
            Specs.learner(
                List.of(Specs.multiclass("genre", "item.genre", List.of("a", "b"))), List.of()));
    assertThat(classes.fuse(new float[] {0.3f, 0.7f})).isZero();
  }
}

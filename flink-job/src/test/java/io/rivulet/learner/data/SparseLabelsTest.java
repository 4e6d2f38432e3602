package io.rivulet.learner.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.Specs;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SparseLabelsTest {
  private static final int EXAMPLES = 10_000;
  private static final LearnerSpec SPEC =
      Specs.learner(List.of(Specs.regression("rating", 1, 5), Specs.binary("like", 4)), List.of());

  @Test
  void keepsAShareOfTheNamedTasksLabels() {
    SparseLabels sparse = new SparseLabels(SPEC, Map.of("like", 0.05));
    float[] labels = {4, 1};
    int kept = 0;
    for (int i = 0; i < EXAMPLES; i++) {
      float[] learned = sparse.learned(labels);
      assertThat(learned[0]).isEqualTo(4);
      assertThat(learned[1]).isIn(1f, Float.NaN);
      kept += Float.isNaN(learned[1]) ? 0 : 1;
    }
    assertThat(labels).containsExactly(4, 1);
    assertThat((double) kept / EXAMPLES).isCloseTo(0.05, within(0.01));
  }

  @Test
  void keepsAllOrNothingIfAsked() {
    float[] labels = {4, 1};
    assertThat(new SparseLabels(SPEC, Map.of("like", 1.0)).any()).isFalse();
    assertThat(new SparseLabels(SPEC, Map.of("like", 0.0)).any()).isTrue();
    assertThat(new SparseLabels(SPEC, Map.of("like", 0.0)).learned(labels))
        .containsExactly(4, Float.NaN);
    assertThat(new SparseLabels(SPEC, Map.of()).learned(labels)).containsExactly(4, 1);
  }

  @Test
  void keepsTheSameOnesForTheSameSeed() {
    List<String> first = drawn(SPEC);
    assertThat(drawn(SPEC)).isEqualTo(first);
    assertThat(drawn(Specs.seeded(SPEC, 2))).isNotEqualTo(first);
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> new SparseLabels(SPEC, Map.of("likes", 0.5)))
        .hasMessage("keep: found 'likes'; use one of the tasks [rating, like]");
    assertThatThrownBy(() -> new SparseLabels(SPEC, Map.of("like", 5.0)))
        .hasMessage("keep.like: found '5.0'; use a number from 0 to 1");
    assertThatThrownBy(() -> new SparseLabels(SPEC, Map.of("like", Double.NaN)))
        .hasMessageContaining("use a number from 0 to 1");
  }

  private static List<String> drawn(LearnerSpec spec) {
    SparseLabels sparse = new SparseLabels(spec, Map.of("like", 0.5));
    float[] labels = {4, 1};
    return Stream.generate(() -> Arrays.toString(sparse.learned(labels))).limit(100).toList();
  }
}

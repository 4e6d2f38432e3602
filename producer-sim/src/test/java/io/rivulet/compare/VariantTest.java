package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.WeightingType;
import org.junit.jupiter.api.Test;

class VariantTest {
  private static final LearnerSpec CONFIGURED =
      Learners.of(
          "embedding: 3",
          "architecture: {type: mmoe, hidden: [7], experts: 2}",
          "weighting: {type: static, weights: {like: 2}, horizon: 500, shares: {like: 3}}");

  @Test
  void keepsWhatItDoesNotVary() {
    Variant same = new Variant(ArchitectureType.MMOE, WeightingType.STATIC);
    assertThat(same.of(CONFIGURED, CONFIGURED.seed())).isEqualTo(CONFIGURED);
    assertThat(same.of(CONFIGURED, 9).seed()).isEqualTo(9);

    LearnerSpec other = new Variant(ArchitectureType.PLE, WeightingType.DWA).of(CONFIGURED, 1);
    assertThat(other.architecture().type()).isEqualTo(ArchitectureType.PLE);
    assertThat(other.architecture().hidden()).containsExactly(7);
    assertThat(other.weighting().type()).isEqualTo(WeightingType.DWA);
    assertThat(other.weighting().weights()).isEmpty();
    assertThat(other.weighting().shares()).containsEntry("like", 3.0);
    assertThat(other.weighting().horizon()).isEqualTo(500);
    assertThat(other.tasks()).isEqualTo(CONFIGURED.tasks());
  }

  @Test
  void aTaskAloneLearnsFromItselfAndSharesNothing() {
    LearnerSpec alone = Variant.ALONE.of(CONFIGURED, 1);
    assertThat(alone.architecture().type()).isEqualTo(ArchitectureType.SINGLE_TASK);
    assertThat(alone.weighting().type()).isEqualTo(WeightingType.EQUAL);
    assertThat(alone.weighting().shares()).isEmpty();
    assertThat(alone.tasks()).noneMatch(TaskSpec::stopGradient);
  }
}

package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.WeightingType;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final LearnerSpec STATIC =
      Learners.of("architecture: {type: mmoe}", "weighting: {type: static, weights: {like: 2}}");
  private static final LearnerSpec DEFAULTS = Learners.of();

  @Test
  void usuallyComparesAllArchitecturesAndAllWeightsOfTheConfiguredOne() {
    assertThat(new Grid(STATIC).usual())
        .extracting(Variant::toString)
        .containsExactly(
            "single-task, equal",
            "shared-bottom, equal",
            "shared-bottom, static",
            "mmoe, equal",
            "mmoe, static",
            "mmoe, uncertainty",
            "mmoe, dwa",
            "mmoe, gradnorm",
            "mmoe, famo",
            "mmoe, pcgrad",
            "mmoe, stch",
            "mmoe, log-sum",
            "ple, equal",
            "ple, static");
  }

  @Test
  void comparesEachWithEachIfAsked() {
    List<ArchitectureType> architectures =
        List.of(ArchitectureType.PLE, ArchitectureType.SINGLE_TASK);
    assertThat(new Grid(DEFAULTS).of(architectures, List.of(WeightingType.EQUAL)))
        .extracting(Variant::toString)
        .containsExactly("single-task, equal", "ple, equal");
    assertThat(new Grid(DEFAULTS).of(architectures, null))
        .extracting(Variant::toString)
        .containsExactly("single-task, equal", "single-task, stch", "ple, equal", "ple, stch");
    assertThat(new Grid(DEFAULTS).of(null, List.of(WeightingType.FAMO)))
        .extracting(Variant::toString)
        .containsExactly("single-task, equal", "shared-bottom, famo");
  }

  @Test
  void staticWeightsNeedWeights() {
    List<WeightingType> chosen = List.of(WeightingType.STATIC);
    assertThat(new Grid(DEFAULTS).weightings()).hasSize(8).doesNotContain(WeightingType.STATIC);
    assertThat(new Grid(STATIC).weightings()).hasSize(9);
    assertThatThrownBy(() -> new Grid(DEFAULTS).of(null, chosen))
        .hasMessageStartingWith("compare.weightings: found 'static'; use others, or give weights");
  }
}

package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.TaskSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  private static final List<TaskSpec> TASKS = Learners.of().tasks();

  @Test
  void readsNames() {
    assertThat(constants("shared-bottom, ple"))
        .containsExactly(ArchitectureType.SHARED_BOTTOM, ArchitectureType.PLE);
    assertThat(constants("all")).containsExactly(ArchitectureType.values());
    assertThatThrownBy(() -> constants("mmoe,moe"))
        .hasMessage(
            "compare.architectures: found 'moe'; use some of shared-bottom, single-task, mmoe, ple"
                + " with commas between, or all");
  }

  @Test
  void readsNumbersByTask() {
    assertThat(shares("")).isEmpty();
    assertThat(shares("like=0.05, rating=1")).isEqualTo(Map.of("like", 0.05, "rating", 1.0));
    assertThatThrownBy(() -> shares("likes=0.05"))
        .hasMessage("compare.keep: found 'likes'; use one of the tasks [rating, like]");
    assertThatThrownBy(() -> shares("like=5"))
        .hasMessage("compare.keep of like: found '5'; use a share");
    assertThatThrownBy(() -> shares("like=much")).hasMessageContaining("found 'much'");
    assertThatThrownBy(() -> shares("0.05"))
        .hasMessage("compare.keep: found '0.05'; use TASK=NUMBER, with commas between several");
  }

  private static List<ArchitectureType> constants(String text) {
    return Choices.constants("compare.architectures", text, ArchitectureType.class);
  }

  private static Map<String, Double> shares(String text) {
    return Choices.byTask("compare.keep", text, TASKS, x -> x >= 0 && x <= 1, "a share");
  }
}

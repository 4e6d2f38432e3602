package io.rivulet.learner;

import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What is counted of the labels. A product's label tells of a factor without labels of its own as
 * soon as all the others came true: who clicked and did not buy has shown what a click is worth.
 */
final class Observed {
  private record Factor(int tower, int product, List<Integer> others) {}

  private final List<Factor> factors = new ArrayList<>();

  Observed(LearnerSpec spec) {
    int towers = spec.towers().size();
    List<String> names = spec.tasks().stream().map(TaskSpec::name).toList();
    for (int product = towers; product < names.size(); product++) {
      for (String name : spec.tasks().get(product).of()) {
        int tower = names.indexOf(name);
        if (!spec.tasks().get(tower).hasLabel()) {
          List<Integer> others =
              spec.tasks().get(product).of().stream()
                  .filter(other -> !other.equals(name))
                  .map(names::indexOf)
                  .toList();
          factors.add(new Factor(tower, product, others));
        }
      }
    }
  }

  /**
   * Tells a label for each tower, NaN where the example has none.
   *
   * @param observed overwritten
   */
  void tell(Example example, int index, Step result, float[] observed) {
    for (int tower = 0; tower < observed.length; tower++) {
      observed[tower] = accepted(example, index, tower, result);
    }
    for (Factor factor : factors) {
      if (factor.others().stream()
          .allMatch(other -> accepted(example, index, other, result) == 1)) {
        observed[factor.tower()] = accepted(example, index, factor.product(), result);
      }
    }
  }

  private static float accepted(Example example, int index, int task, Step result) {
    return Double.isNaN(result.loss(index, task)) ? Float.NaN : example.labels()[task];
  }
}

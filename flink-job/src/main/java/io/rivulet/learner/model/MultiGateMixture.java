package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.model.ExpertLevel.Gate;
import io.rivulet.learner.model.ExpertLevel.Source;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Experts for all tasks, and a gate per task (MMoE; Ma et al., "Modeling task relationships in
 * multi-task learning with multi-gate mixture-of-experts", KDD 2018, equations 5 to 7).
 */
final class MultiGateMixture implements Architecture {
  private final ExpertLevel level;

  /** Appends the parameters. */
  MultiGateMixture(
      Blocks blocks, List<Integer> hidden, int experts, List<String> tasks, Axis inputs) {
    List<Integer> all = IntStream.range(0, experts).boxed().toList();
    level =
        new ExpertLevel(
            blocks,
            "",
            all.stream().map(i -> new Source("expert-" + i, 0, inputs)).toList(),
            tasks.stream().map(task -> new Gate(new Source(task, 0, inputs), all)).toList(),
            hidden,
            inputs.length());
  }

  @Override
  public List<Layer> layers() {
    return level.layers();
  }

  @Override
  public int representation() {
    return level.width();
  }

  @Override
  public Pass pass(Passes passes, Activations input) {
    return level.pass(passes, input);
  }
}

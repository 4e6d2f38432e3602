package io.rivulet.learner.weighting;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.WeightingSpec;

/** Makes the weighting that a specification asks for. */
public final class TaskWeightings {
  private TaskWeightings() {}

  /** The weighting of {@code spec}, its state appended to {@code dense}. */
  public static TaskWeighting of(LearnerSpec spec, Segments dense) {
    WeightingSpec weighting = spec.weighting();
    Axis tasks = Axis.of(spec.taskIdentities());
    double rate = weighting.learningRate();
    double horizon = weighting.horizon();
    TaskWeighting rule =
        switch (weighting.type()) {
          case EQUAL -> new EqualWeighting();
          case STATIC -> new StaticWeighting(spec.perTask(weighting.weights(), 1));
          case UNCERTAINTY -> new UncertaintyWeighting(dense, tasks, rate, horizon);
          case DWA -> new DynamicWeightAveraging(dense, tasks, horizon);
          case GRADNORM -> new GradNorm(dense, tasks, rate, horizon);
          case FAMO -> new Famo(dense, tasks, rate, horizon);
          case PCGRAD -> new PcGrad();
          case STCH -> new SmoothTchebycheff(dense, tasks, horizon);
          case LOG_SUM -> new LogSum(dense, tasks, horizon);
        };
    return weighting.type().adaptive() && weighting.unitFree()
        ? new UnitFreeWeighting(rule, dense, tasks, horizon)
        : rule;
  }
}

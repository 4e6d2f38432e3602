package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.layout.Segments;
import io.rivulet.learner.layout.Shape;
import io.rivulet.learner.layout.Start;
import io.rivulet.learner.optim.Optimizer;
import io.rivulet.learner.optim.Optimizers;
import io.rivulet.learner.optim.ParameterGroups;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;

/** The parts of a user's or an item's row: its vectors, and one bias for each raw output. */
public final class Row {
  private static final double VECTOR_DEVIATION = 0.03;

  private final Segments segments = new Segments();
  private final Views views;
  private final ParameterGroups vectors;
  private final List<ParameterGroups> biases = new ArrayList<>();

  /** Lays out the rows of {@code spec}. */
  Row(LearnerSpec spec, Views views) {
    this.views = views;
    Optimizer optimizer = Optimizers.of(spec.rows());
    vectors =
        new ParameterGroups(
            segments,
            "vector",
            views.axis(),
            Shape.of(spec.embedding()),
            Start.normal(VECTOR_DEVIATION),
            optimizer);
    Optimizer biasRule = Optimizers.of(spec.rows().scaled(spec.wide().biasRate()));
    for (TaskSpec task : spec.towers()) {
      biases.add(
          new ParameterGroups(
              segments,
              "bias/" + task.name(),
              Axis.of(1),
              Shape.of(Axis.of(task.outputNames())),
              Start.constant(0),
              biasRule));
    }
  }

  /** The segments of a row. */
  public Segments segments() {
    return segments;
  }

  /** Index of the first number of a view's vector. */
  int vector(int view) {
    return vectors.offset(view);
  }

  /** Length of a vector. */
  int width() {
    return vectors.width();
  }

  /** Index of the first bias of {@code task}. */
  int bias(int task) {
    return biases.get(task).offset(0);
  }

  /**
   * Moves a row.
   *
   * @param gradient dLoss/dParameter at the parameters' indices; used up
   * @param learned which towers had something to learn; biases of the others stay, and vectors that
   *     only they use
   */
  public void step(float[] row, float[] gradient, boolean[] learned) {
    int stepped = -1;
    for (int task = 0; task < learned.length; task++) {
      if (learned[task]) {
        if (views.of(task) != stepped) {
          stepped = views.of(task);
          vectors.step(row, stepped, gradient);
        }
        biases.get(task).step(row, 0, gradient);
      }
    }
  }
}

package io.rivulet.learner.weighting;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a batch tells of its tasks, one number per task in each array. A norm is the root mean
 * square over the task's labelled examples, so that it depends neither on how many there are nor on
 * the size of the batch. All but {@code examples} is NaN for a task without a label in the batch.
 *
 * @param examples labelled examples, counted with their importance, at least 0
 * @param losses mean loss, unweighted, at least 0
 * @param outputNorms norm of dLoss/dOutputs, unweighted
 * @param curvatures mean trace of the second derivative of the loss by the outputs, unweighted
 * @param priorSquares mean square of the gradient's norm at the raw outputs of the prior,
 *     unweighted
 * @param priorCurvatures as {@code curvatures}, at the raw outputs of the prior
 * @param sharedNorms norm of dLoss/dRepresentation, unweighted; NaN before the backward pass, and
 *     where nobody reads it
 */
@SuppressWarnings("ArrayRecordComponent") // carries arrays, is never compared
public record TaskSignals(
    double[] examples,
    double[] losses,
    double[] outputNorms,
    double[] curvatures,
    double[] priorSquares,
    double[] priorCurvatures,
    double[] sharedNorms) {

  /** Number of tasks. */
  public int tasks() {
    return examples.length;
  }

  /** Whether {@code task} has a label in the batch. */
  public boolean present(int task) {
    return examples[task] > 0;
  }

  /** The same without the tasks whose gradient where towers begin was not measured. */
  TaskSignals measured() {
    double[] known = examples.clone();
    for (int task = 0; task < known.length; task++) {
      known[task] = Double.isNaN(sharedNorms[task]) ? 0 : examples[task];
    }
    return new TaskSignals(
        known, losses, outputNorms, curvatures, priorSquares, priorCurvatures, sharedNorms);
  }

  /** What the same batch would tell if each task's loss were multiplied by its {@code scale}. */
  TaskSignals scaled(double[] scale) {
    return new TaskSignals(
        examples,
        each(task -> losses[task] * scale[task]),
        each(task -> outputNorms[task] * scale[task]),
        each(task -> curvatures[task] * scale[task]),
        each(task -> priorSquares[task] * scale[task] * scale[task]),
        each(task -> priorCurvatures[task] * scale[task]),
        each(task -> sharedNorms[task] * scale[task]));
  }

  private double[] each(IntToDoubleFunction number) {
    return IntStream.range(0, tasks()).mapToDouble(number).toArray();
  }
}

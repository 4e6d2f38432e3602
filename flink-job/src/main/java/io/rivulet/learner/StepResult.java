package io.rivulet.learner;

import java.util.Arrays;

/** The findings of one step. */
final class StepResult implements Step {
  private final Outputs outputs;
  private final Readings readings;
  private final float[] predictions;
  private final float[] read;
  private final float[] gradients;
  private final double[] losses;
  private final double[] curvatures;
  private final double[] priorSquares;
  private final double[] priorCurvatures;
  private final double[] weights;
  private final boolean[] trained;
  private final boolean[] refused;
  private final String[] rejections;

  StepResult(int size, Outputs outputs, Readings readings) {
    this.outputs = outputs;
    this.readings = readings;
    predictions = new float[size * outputs.length()];
    Arrays.fill(predictions, Float.NaN);
    read = new float[size * readings.size()];
    gradients = new float[read.length];
    losses = new double[size * outputs.tasks()];
    Arrays.fill(losses, Double.NaN);
    curvatures = new double[losses.length];
    priorSquares = new double[losses.length];
    priorCurvatures = new double[losses.length];
    weights = new double[outputs.tasks()];
    trained = new boolean[size];
    refused = new boolean[size];
    rejections = new String[size];
  }

  @Override
  public int size() {
    return trained.length;
  }

  @Override
  public float[] prediction(int example) {
    int from = example * outputs.length();
    return Arrays.copyOfRange(predictions, from, from + outputs.length());
  }

  @Override
  public double loss(int example, int task) {
    return refused[example] ? Double.NaN : losses[example * outputs.tasks() + task];
  }

  @Override
  public double weight(int task) {
    return weights[task];
  }

  @Override
  public boolean trained(int example) {
    return trained[example];
  }

  @Override
  public String rejection(int example) {
    return rejections[example];
  }

  /** All predictions, example by example, to be filled in. */
  float[] predictions() {
    return predictions;
  }

  /** What the losses read, example by example as {@link Readings} orders it, to be filled in. */
  float[] read() {
    return read;
  }

  /** The unweighted gradients of {@link #read}, to be filled in. */
  float[] gradients() {
    return gradients;
  }

  /** The task weights, to be filled in. */
  double[] weights() {
    return weights;
  }

  /** Which towers some loss of the example was read from. */
  boolean[] learned(int example) {
    boolean[] learned = new boolean[readings.towers()];
    for (int tower = 0; tower < learned.length; tower++) {
      for (int task : readings.readers(tower)) {
        learned[tower] |= !Double.isNaN(loss(example, task));
      }
    }
    return learned;
  }

  /** The second derivative of a loss, see {@link io.rivulet.learner.loss.TaskLoss#curvature}. */
  double curvature(int example, int task) {
    return curvatures[example * outputs.tasks() + task];
  }

  void curvature(int example, int task, double curvature) {
    curvatures[example * outputs.tasks() + task] = curvature;
  }

  /** The squared norm of a loss's gradient where nothing is known of the example. */
  double priorSquare(int example, int task) {
    return priorSquares[example * outputs.tasks() + task];
  }

  /** The second derivative of a loss where nothing is known of the example. */
  double priorCurvature(int example, int task) {
    return priorCurvatures[example * outputs.tasks() + task];
  }

  void prior(int example, int task, double square, double curvature) {
    priorSquares[example * outputs.tasks() + task] = square;
    priorCurvatures[example * outputs.tasks() + task] = curvature;
  }

  void loss(int example, int task, double loss) {
    losses[example * outputs.tasks() + task] = loss;
  }

  /** Marks an example as trained if {@code wanted} and it has a label that was not rejected. */
  void train(int example, boolean wanted) {
    boolean any = false;
    for (int task = 0; task < outputs.tasks(); task++) {
      any |= !Double.isNaN(loss(example, task));
    }
    trained[example] = wanted && any;
  }

  /** Marks every example as not trained. */
  void learnNothing() {
    Arrays.fill(trained, false);
  }

  /** Leaves an example out of learning. */
  void reject(int example, String reason) {
    refused[example] = true;
    trained[example] = false;
    explain(example, reason);
  }

  /** Leaves all examples out of learning. */
  void rejectAll(String reason) {
    for (int example = 0; example < size(); example++) {
      reject(example, reason);
    }
  }

  /** Leaves the label of one task out of learning, as if it were missing. */
  void reject(int example, int task, String reason) {
    losses[example * outputs.tasks() + task] = Double.NaN;
    int from = example * readings.size() + readings.offset(task);
    Arrays.fill(gradients, from, from + readings.length(task), 0);
    explain(example, "task " + outputs.name(task) + ": " + reason);
  }

  private void explain(int example, String reason) {
    String before = rejections[example];
    rejections[example] = before == null ? reason : before + "; " + reason;
  }
}

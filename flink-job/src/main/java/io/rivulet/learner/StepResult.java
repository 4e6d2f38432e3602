package io.rivulet.learner;

import java.util.Arrays;

/** The findings of one step, in arrays that are used again for the next. */
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
  private int size;

  /** Findings on no example; there is room for {@code most}. */
  StepResult(int most, Outputs outputs, Readings readings) {
    this.outputs = outputs;
    this.readings = readings;
    predictions = new float[most * outputs.length()];
    read = new float[most * readings.size()];
    gradients = new float[read.length];
    losses = new double[most * outputs.tasks()];
    curvatures = new double[losses.length];
    priorSquares = new double[losses.length];
    priorCurvatures = new double[losses.length];
    weights = new double[outputs.tasks()];
    trained = new boolean[most];
    refused = new boolean[most];
    rejections = new String[most];
  }

  /** For how many examples there is room. */
  int most() {
    return trained.length;
  }

  /** Forgets everything: there are so many examples now, of which nothing was found. */
  void clear(int examples) {
    size = examples;
    Arrays.fill(predictions, 0, size * outputs.length(), Float.NaN);
    Arrays.fill(gradients, 0, size * readings.size(), 0);
    Arrays.fill(losses, 0, size * outputs.tasks(), Double.NaN);
    Arrays.fill(weights, 0);
    Arrays.fill(trained, 0, size, false);
    Arrays.fill(refused, 0, size, false);
    Arrays.fill(rejections, 0, size, null);
  }

  @Override
  public int size() {
    return size;
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
  float[] predicted() {
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

  /** Tells from which towers some loss of the example was read. */
  void learned(int example, boolean[] towers) {
    for (int tower = 0; tower < towers.length; tower++) {
      towers[tower] = false;
      for (int task : readings.readers(tower)) {
        towers[tower] |= !Double.isNaN(loss(example, task));
      }
    }
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

package io.rivulet.learner.loss;

/**
 * Binary cross entropy of a product of probabilities, p = Πₖ 1/(1+e^−zₖ), one logit per factor
 * (ESMM; Ma et al., "Entire space multi-task model", SIGIR 2018, equation 1): that all of several
 * things happen, learned over all examples, though the later ones can happen to few only.
 *
 * <p>With S = −log p = Σₖ log(1+e^−zₖ) the loss is y·S − (1−y)·log(1−e^−S), and dL/dzₖ = −(y −
 * (1−y)·p/(1−p))/(1+e^zₖ). Where S is too small for 1 − e^−S, that is Σₖ e^−zₖ. All in logarithms:
 * nothing overflows.
 *
 * @param outputs number of factors
 */
record ProductLoss(int outputs) implements TaskLoss {
  /** Below this S and Σₖ e^−zₖ are the same in double precision. */
  private static final double TINY = 1e-16;

  @Override
  public String problem(float label) {
    return label >= 0 && label <= 1 ? null : "is not from 0 to 1";
  }

  @Override
  public double loss(float[] raw, int at, float label, float[] gradient) {
    double surprise = surprise(raw, at);
    double logNot = logNot(raw, at, surprise);
    for (int i = at; i < at + outputs; i++) {
      double yes = Math.exp(-softplus(raw[i]));
      double no = Math.exp(-softplus(raw[i]) - surprise - logNot);
      gradient[i] = (float) ((1 - label) * no - label * yes);
    }
    return label * surprise - (1 - label) * logNot;
  }

  /** For labels that come as often as p says: Σₖ p/(1−p)/(1+e^zₖ)², the mean square gradient. */
  @Override
  public double curvature(float[] raw, int at) {
    double surprise = surprise(raw, at);
    double logOdds = -surprise - logNot(raw, at, surprise);
    double curvature = 0;
    for (int i = at; i < at + outputs; i++) {
      curvature += Math.exp(logOdds - 2 * softplus(raw[i]));
    }
    return curvature;
  }

  /** The same for each factor, so that their product is the label. */
  @Override
  public double target(float label, int output) {
    return Math.pow(label, 1.0 / outputs);
  }

  @Override
  public double neutralTarget() {
    return 0.5;
  }

  @Override
  public double raw(double mean) {
    return new BinaryLoss().raw(mean);
  }

  @Override
  public void predict(float[] raw, int at, float[] prediction, int to) {
    prediction[to] = (float) Math.exp(-surprise(raw, at));
  }

  /** S = −log p */
  private double surprise(float[] raw, int at) {
    double sum = 0;
    for (int i = at; i < at + outputs; i++) {
      sum += softplus(-raw[i]);
    }
    return sum;
  }

  /** log(1 − p) */
  private double logNot(float[] raw, int at, double surprise) {
    if (surprise > TINY) {
      return Math.log(-Math.expm1(-surprise));
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = at; i < at + outputs; i++) {
      least = Math.min(least, raw[i]);
    }
    double sum = 0;
    for (int i = at; i < at + outputs; i++) {
      sum += Math.exp(least - raw[i]);
    }
    return Math.log(sum) - least;
  }

  /** log(1 + e^z) */
  private static double softplus(double z) {
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }
}

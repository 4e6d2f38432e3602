package io.rivulet.compare;

/**
 * What a task gains by learning together with others.
 *
 * @param gain how much better its mean figure is than that of the task alone; below 0 it loses:
 *     negative transfer
 * @param deviation standard deviation of the difference between one run and one run alone; NaN for
 *     a single seed
 */
record Transfer(double gain, double deviation) {
  /** Compares independent runs. */
  static Transfer of(Figure figure, Sample together, Sample alone) {
    return new Transfer(
        figure.gain(together.mean(), alone.mean()),
        Math.hypot(together.deviation(), alone.deviation()));
  }

  /** Whether it is negative by more than seeds differ; never for a single seed. */
  boolean negative() {
    return gain < -deviation;
  }
}

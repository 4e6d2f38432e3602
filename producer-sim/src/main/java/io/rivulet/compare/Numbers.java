package io.rivulet.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How figures are written. */
final class Numbers {
  private static final double DECIMALS = 1e4;

  private Numbers() {}

  /** Four decimals; a hyphen for what is not defined. */
  static String figure(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  /** Mean ± standard deviation; the mean alone where there is no deviation. */
  static String spread(Sample sample) {
    double deviation = sample.deviation();
    return figure(sample.mean()) + (Double.isNaN(deviation) ? "" : " ± " + figure(deviation));
  }

  /** As short as it can be written, such as 5 or 0.5. */
  static String plain(double value) {
    return BigDecimal.valueOf(value)
        .round(MathContext.DECIMAL32)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** With its sign, whatever it is. */
  static String signed(double value) {
    // Adding 0 makes -0 plain 0.
    double rounded = Math.rint(value * DECIMALS) / DECIMALS + 0.0;
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%+.4f", rounded);
  }
}

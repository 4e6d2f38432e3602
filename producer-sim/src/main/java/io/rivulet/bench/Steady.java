package io.rivulet.bench;

/**
 * What was found under a steady load.
 *
 * @param perSecond events sent per second
 * @param used what they took; null without a steady load
 * @param latencies how long their scores took; null without a steady load
 */
record Steady(double perSecond, Measurement used, Latencies latencies) {
  /** No steady load. */
  static final Steady NONE = new Steady(0, null, null);
}

package io.rivulet.config;

/** Where reading a topic begins when there is no checkpoint. */
public enum StartPosition {
  /** The oldest record that the topic still holds. */
  EARLIEST,
  /** Only records that come in from now on. */
  LATEST,
  /** Where the consumer group last stood; the oldest record if it never read the topic. */
  COMMITTED
}

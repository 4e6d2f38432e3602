package io.rivulet.demo.broker;

import java.time.Duration;

/**
 * How to run a {@link LocalBroker}.
 *
 * @param port the port for clients, 0 for a free one
 * @param heapMegabytes the broker's Java heap in MiB, at least 128
 * @param startTimeout how long the broker may take until it answers
 */
public record BrokerSettings(int port, int heapMegabytes, Duration startTimeout) {

  private static final int MAX_PORT = 65_535;
  private static final int MIN_HEAP_MEGABYTES = 128;

  /** Checks the ranges. */
  public BrokerSettings {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "broker port %d: choose 1 to %d, or 0 for a free one".formatted(port, MAX_PORT));
    }
    if (heapMegabytes < MIN_HEAP_MEGABYTES) {
      throw new IllegalArgumentException(
          "broker heap of %d MiB: choose at least %d".formatted(heapMegabytes, MIN_HEAP_MEGABYTES));
    }
    if (startTimeout.isNegative() || startTimeout.isZero()) {
      throw new IllegalArgumentException(
          "broker start timeout %s: choose more than zero".formatted(startTimeout));
    }
  }

  /** A free port, 512 MiB of heap, one minute to start. */
  public static BrokerSettings defaults() {
    return new BrokerSettings(0, 512, Duration.ofMinutes(1));
  }

  /** The same with another port. */
  public BrokerSettings withPort(int newPort) {
    return new BrokerSettings(newPort, heapMegabytes, startTimeout);
  }

  /** The same with another heap. */
  public BrokerSettings withHeapMegabytes(int newHeapMegabytes) {
    return new BrokerSettings(port, newHeapMegabytes, startTimeout);
  }
}

package io.rivulet.demo.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How to run a {@link LocalBroker}.
 *
 * @param port the port for clients, 0 for a free one
 * @param heapMegabytes the broker's Java heap in MiB, at least 128
 * @param startTimeout how long the broker may take until it answers
 * @param listeners more listeners than the one on {@code port}, which has no security
 * @param properties more of Kafka's own settings, which win over what is usual here
 * @param jvmOptions for the broker's JVM, besides its heap
 */
public record BrokerSettings(
    int port,
    int heapMegabytes,
    Duration startTimeout,
    List<BrokerListener> listeners,
    Map<String, String> properties,
    List<String> jvmOptions) {

  private static final int MAX_PORT = 65_535;
  private static final int MIN_HEAP_MEGABYTES = 128;

  /** Checks the ranges. */
  public BrokerSettings {
    listeners = List.copyOf(listeners);
    properties = Map.copyOf(properties);
    jvmOptions = List.copyOf(jvmOptions);
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

  /** A free port, 512 MiB of heap, one minute to start, a JVM that lives for minutes. */
  public static BrokerSettings defaults() {
    return new BrokerSettings(
        0, 512, Duration.ofMinutes(1), List.of(), Map.of(), ShortLivedJvm.OPTIONS);
  }

  /** The same with another port. */
  public BrokerSettings withPort(int newPort) {
    return new BrokerSettings(
        newPort, heapMegabytes, startTimeout, listeners, properties, jvmOptions);
  }

  /** The same with another heap. */
  public BrokerSettings withHeapMegabytes(int newHeapMegabytes) {
    return new BrokerSettings(
        port, newHeapMegabytes, startTimeout, listeners, properties, jvmOptions);
  }

  /** The same with another time to start. */
  public BrokerSettings withStartTimeout(Duration newStartTimeout) {
    return new BrokerSettings(
        port, heapMegabytes, newStartTimeout, listeners, properties, jvmOptions);
  }

  /** The same with these listeners besides the one on {@code port}. */
  public BrokerSettings withListeners(List<BrokerListener> newListeners) {
    return new BrokerSettings(
        port, heapMegabytes, startTimeout, newListeners, properties, jvmOptions);
  }

  /** The same with these of Kafka's own settings. */
  public BrokerSettings withProperties(Map<String, String> newProperties) {
    return new BrokerSettings(
        port, heapMegabytes, startTimeout, listeners, newProperties, jvmOptions);
  }

  /** The same with a JVM that is started with these options. */
  public BrokerSettings withJvmOptions(List<String> newJvmOptions) {
    return new BrokerSettings(
        port, heapMegabytes, startTimeout, listeners, properties, newJvmOptions);
  }
}

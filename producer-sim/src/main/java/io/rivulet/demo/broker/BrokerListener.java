package io.rivulet.demo.broker;

import java.util.Map;

/**
 * One more listener of a broker, on the loopback address too.
 *
 * @param name its name, in capital letters
 * @param protocol Kafka's name of its security protocol, such as {@code SASL_SSL}
 * @param properties settings of this listener alone, without Kafka's prefix {@code listener.name.…}
 */
public record BrokerListener(String name, String protocol, Map<String, String> properties) {
  /** Checks the name. */
  public BrokerListener {
    properties = Map.copyOf(properties);
    if (!name.matches("[A-Z]+") || BrokerPorts.RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "broker listener '%s': choose capital letters, and none of %s"
              .formatted(name, BrokerPorts.RESERVED));
    }
  }
}

package io.rivulet.demo.broker;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The ports of a broker on the loopback address.
 *
 * @param byListener a port for each listener's name
 */
record BrokerPorts(Map<String, Integer> byListener) {
  /** Where clients connect without security, and the broker itself does. */
  static final String CLIENTS = "CLIENTS";

  static final String CONTROLLER = "CONTROLLER";
  static final List<String> RESERVED = List.of(CLIENTS, CONTROLLER);

  /** The port that is asked for, and free ones. */
  static BrokerPorts choose(BrokerSettings settings) throws IOException {
    Map<String, Integer> ports = new LinkedHashMap<>();
    if (settings.port() != 0) {
      LoopbackPort.requireFree(settings.port());
      ports.put(CLIENTS, settings.port());
    } else {
      ports.put(CLIENTS, LoopbackPort.free());
    }
    ports.put(CONTROLLER, another(ports));
    for (BrokerListener listener : settings.listeners()) {
      ports.put(listener.name(), another(ports));
    }
    return new BrokerPorts(ports);
  }

  private static int another(Map<String, Integer> taken) throws IOException {
    return LoopbackPort.free(taken.values().stream().mapToInt(Integer::intValue).toArray());
  }

  int clients() {
    return byListener.get(CLIENTS);
  }

  /** As Kafka's setting {@code listeners} wants it. */
  String listeners() {
    return byListener.keySet().stream()
        .map(name -> name + "://" + address(name))
        .collect(Collectors.joining(","));
  }

  /** The same without the controller's. */
  String advertisedListeners() {
    return byListener.keySet().stream()
        .filter(name -> !name.equals(CONTROLLER))
        .map(name -> name + "://" + address(name))
        .collect(Collectors.joining(","));
  }

  /** Host and port of a listener. */
  String address(String name) {
    Integer port = byListener.get(name);
    if (port == null) {
      throw new IllegalArgumentException(
          "broker listener '%s': there are %s".formatted(name, byListener.keySet()));
    }
    return "127.0.0.1:" + port;
  }
}

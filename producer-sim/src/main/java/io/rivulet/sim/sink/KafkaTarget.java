package io.rivulet.sim.sink;

import java.util.Map;

/**
 * Where in Kafka items and events go.
 *
 * @param bootstrapServers addresses of brokers, {@code host:port}, separated by commas
 * @param eventsTopic topic of the events
 * @param catalogTopic topic of the items
 * @param properties further settings of Kafka's producer and of its connection, such as {@code
 *     security.protocol}; they win over what this program sets, but for the brokers
 */
public record KafkaTarget(
    String bootstrapServers,
    String eventsTopic,
    String catalogTopic,
    Map<String, String> properties) {
  /** Default topic of the events. */
  public static final String EVENTS_TOPIC = "user-events";

  /** Default topic of the items. */
  public static final String CATALOG_TOPIC = "item-catalog";

  /** Copies the properties. */
  public KafkaTarget {
    properties = Map.copyOf(properties);
  }

  /** The default topics of a broker. */
  public static KafkaTarget of(String bootstrapServers) {
    return new KafkaTarget(bootstrapServers, EVENTS_TOPIC, CATALOG_TOPIC, Map.of());
  }
}

package io.rivulet.config;

import io.rivulet.config.yaml.Secrets;
import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;
import java.util.Map;
import java.util.regex.Pattern;

/** Brokers and topics. */
public record KafkaConfig(
    @Key(
            value = "Brokers to ask first: `host:port`, several with commas between.",
            otherwise = "localhost:9092")
        String bootstrapServers,
    @Key(
            value = "Consumer group of the job, and prefix of the names of its clients.",
            otherwise = "rivulet")
        String group,
    @Key(value = "Encryption and log-in.", otherwise = "{}") SecurityConfig security,
    @Key(
            value =
                "More settings of every Kafka client, passed as they are, such as"
                    + " `client.rack`. Never a secret.",
            otherwise = "{}")
        Map<String, String> properties,
    @Key(value = "Names of the topics.", otherwise = "{}") TopicsConfig topics,
    @Key(value = "Whether the job makes topics that do not exist.", otherwise = "{}")
        TopicCreationConfig createTopics,
    @Key(
            value =
                "Where user-events are read from when there is no checkpoint: `earliest`, `latest`,"
                    + " or `committed` (where the group last stood, else the earliest).",
            otherwise = "earliest")
        StartPosition start,
    @Key(
            value =
                "Largest record read, in bytes, 1024 to 1073741824. Longer ones go to dead-letters.",
            otherwise = "1048576")
        int maxRecordBytes)
    implements Serializable {

  /** What {@code kafka.security} sets where it is used. */
  private static final Pattern SECURITY =
      Pattern.compile("security\\.protocol|sasl\\.(mechanism|jaas).*|ssl\\.(key|trust).*");

  /** Settings that other keys hold, or that the job depends on. */
  private static final Map<String, String> RESERVED =
      Map.of(
          "bootstrap.servers", "the key kafka.bootstrapServers instead",
          "group.id", "the key kafka.group instead",
          "auto.offset.reset", "the key kafka.start instead",
          "config.providers", "no such property: the job sets it",
          "enable.auto.commit", "no such property: checkpoints commit",
          "key.serializer", "no such property: the job sets it",
          "key.deserializer", "no such property: the job sets it",
          "value.serializer", "no such property: the job sets it",
          "value.deserializer", "no such property: the job sets it");

  /** Checks the ranges, and that no property works against another key. */
  public KafkaConfig {
    properties = Map.copyOf(properties);
    if (!bootstrapServers.matches("[^\\s,]+:\\d{1,5}(\\s*,\\s*[^\\s,]+:\\d{1,5})*")) {
      throw new SpecException(
          "bootstrapServers", bootstrapServers, "host:port, several with commas between");
    }
    if (group.isBlank()) {
      throw new SpecException("group", group, "a name, such as rivulet");
    }
    Ranges.within("maxRecordBytes", maxRecordBytes, 1024, 1 << 30);
    for (String name : properties.keySet()) {
      if (RESERVED.containsKey(name)) {
        throw new SpecException("properties", name, RESERVED.get(name));
      }
      if (Secrets.named(name)) {
        throw new SpecException(
            "properties." + name, properties.get(name), "the keys of kafka.security for secrets");
      }
      if (security.protocol() != SecurityProtocol.PLAINTEXT && SECURITY.matcher(name).matches()) {
        throw new SpecException("properties", name, "the key kafka.security instead");
      }
    }
  }
}

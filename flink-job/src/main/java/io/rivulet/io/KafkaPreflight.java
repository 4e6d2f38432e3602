package io.rivulet.io;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.TopicCreationConfig;
import io.rivulet.config.yaml.ConfigException;
import io.rivulet.config.yaml.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Finds out before the job starts whether Kafka can be reached and has the topics, so that a wrong
 * setting ends in one message instead of in a job that restarts forever.
 */
public final class KafkaPreflight {
  /** The topics of which only the newest record of a key counts. */
  private static final Set<String> COMPACTED = Set.of("itemCatalog", "parameters");

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final KafkaConfig kafka;
  private final Duration timeout;

  /**
   * Creates the check.
   *
   * @param timeout how long a broker may take for each answer
   */
  public KafkaPreflight(KafkaConfig kafka, Duration timeout) {
    this.kafka = kafka;
    this.timeout = timeout;
  }

  /**
   * Checks that a broker answers and lets the job in, that all topics exist, and that the job may
   * use them; makes missing topics where {@code kafka.createTopics.enabled} says so, and returns
   * when the brokers know them.
   *
   * @throws ConfigException with the key, the value found, and what to do
   */
  public void run() {
    new LocalSecrets(System::getenv).check(kafka.security());
    try (BrokerConnection brokers = new BrokerConnection(kafka, timeout)) {
      brokers.ask(admin -> admin.describeCluster().clusterId());
      Map<String, String> missing = missing(brokers);
      if (!missing.isEmpty() && !kafka.createTopics().enabled()) {
        throw new ConfigException(
            String.format(
                "%s: no such topic on %s; create it, or set kafka.createTopics.enabled to true",
                names(missing), kafka.bootstrapServers()));
      }
      missing.forEach((key, topic) -> create(key, topic, brokers));
      awaitVisible(missing, brokers);
      new AccessRights(kafka, brokers).check();
    }
  }

  /** The topics that do not exist, by their keys; one that the job may not see counts as there. */
  private Map<String, String> missing(BrokerConnection brokers) {
    Map<String, String> missing = new LinkedHashMap<>();
    kafka
        .topics()
        .byKey()
        .forEach(
            (key, topic) -> {
              try {
                brokers.ask(
                    admin -> admin.describeTopics(Set.of(topic)).topicNameValues().get(topic));
              } catch (UnknownTopicOrPartitionException e) {
                missing.put(key, topic);
              } catch (TopicAuthorizationException e) {
                // The rights are looked at when all topics are there.
                return;
              } catch (KafkaException e) {
                throw failed(key, topic, "be described", e);
              }
            });
    return missing;
  }

  private void create(String key, String topic, BrokerConnection brokers) {
    TopicCreationConfig settings = kafka.createTopics();
    String policy =
        COMPACTED.contains(key)
            ? TopicConfig.CLEANUP_POLICY_COMPACT
            : TopicConfig.CLEANUP_POLICY_DELETE;
    NewTopic request =
        new NewTopic(topic, settings.partitions(), (short) settings.replication())
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy));
    try {
      brokers.ask(admin -> admin.createTopics(Set.of(request)).all());
    } catch (TopicExistsException e) {
      // Someone else was faster: what was wanted is there.
      return;
    } catch (InvalidReplicationFactorException e) {
      throw new ConfigException(
          String.format(
              "kafka.createTopics.replication: found '%d'; use at most the number of brokers (%s)",
              settings.replication(), e.getMessage()),
          e);
    } catch (KafkaException e) {
      throw failed(key, topic, "be created", e);
    }
  }

  /** A new topic reaches the brokers' metadata a little after it was made. */
  private void awaitVisible(Map<String, String> created, BrokerConnection brokers) {
    Map<String, String> unseen = created;
    for (long left = timeout.dividedBy(PAUSE); !unseen.isEmpty(); left--) {
      if (left < 0) {
        throw new ConfigException(
            String.format(
                "%s: unknown to the brokers %s after it was made; start the job again",
                names(unseen), Durations.format(timeout)));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      unseen = missing(brokers);
    }
  }

  private static String names(Map<String, String> topics) {
    return topics.entrySet().stream()
        .map(topic -> "kafka.topics." + topic.getKey() + ": found '" + topic.getValue() + "'")
        .collect(Collectors.joining(", "));
  }

  private static ConfigException failed(
      String key, String topic, String what, KafkaException cause) {
    return new ConfigException(
        String.format(
            "kafka.topics.%s: found '%s', which cannot %s (%s); check the name and what the job's"
                + " user may do with this topic",
            key, topic, what, cause.getMessage()),
        cause);
  }
}

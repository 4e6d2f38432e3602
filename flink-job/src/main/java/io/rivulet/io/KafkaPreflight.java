package io.rivulet.io;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.RivuletConfig;
import io.rivulet.config.TopicCreationConfig;
import io.rivulet.config.yaml.ConfigException;
import io.rivulet.config.yaml.Durations;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
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
  private static final String SNAPSHOTS = "modelSnapshots";

  /** The topics of which only the newest record of a key counts. */
  private static final Set<String> COMPACTED = Set.of("itemCatalog", "parameters", SNAPSHOTS);

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** How long a reader that is away finds that a row was dropped, at least. */
  private static final Duration SHORTEST_DELETE_RETENTION = Duration.ofDays(1);

  private final RivuletConfig config;
  private final KafkaConfig kafka;
  private final Map<String, String> topics;
  private final Duration timeout;

  /**
   * Creates the check.
   *
   * @param timeout how long a broker may take for each answer
   */
  public KafkaPreflight(RivuletConfig config, Duration timeout) {
    this.config = config;
    kafka = config.kafka();
    topics = new LinkedHashMap<>(kafka.topics().byKey());
    if (!config.snapshots().publish()) {
      topics.remove(SNAPSHOTS);
    }
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
      new AccessRights(config, topics, brokers).check();
      checkPartitions(brokers);
    }
  }

  /** The topics that do not exist, by their keys; one that the job may not see counts as there. */
  private Map<String, String> missing(BrokerConnection brokers) {
    Map<String, String> missing = new LinkedHashMap<>();
    topics.forEach(
        (key, topic) -> {
          try {
            describe(topic, brokers);
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

  private static TopicDescription describe(String topic, BrokerConnection brokers) {
    return brokers.ask(admin -> admin.describeTopics(Set.of(topic)).topicNameValues().get(topic));
  }

  /** A version of the model is a stretch of one partition. */
  private void checkPartitions(BrokerConnection brokers) {
    String topic = topics.get(SNAPSHOTS);
    if (topic == null) {
      return;
    }
    int partitions = describe(topic, brokers).partitions().size();
    if (partitions != 1) {
      throw new ConfigException(
          String.format(
              "kafka.topics.%s: found '%s', which has %d partitions; use a topic of one partition:"
                  + " a version of the model is a stretch of one",
              SNAPSHOTS, topic, partitions));
    }
  }

  private void create(String key, String topic, BrokerConnection brokers) {
    TopicCreationConfig settings = kafka.createTopics();
    int partitions = key.equals(SNAPSHOTS) ? 1 : settings.partitions();
    NewTopic request =
        new NewTopic(topic, partitions, (short) settings.replication()).configs(configs(key));
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

  private Map<String, String> configs(String key) {
    Map<String, String> configs = new HashMap<>();
    configs.put(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        COMPACTED.contains(key)
            ? TopicConfig.CLEANUP_POLICY_COMPACT
            : TopicConfig.CLEANUP_POLICY_DELETE);
    if (key.equals(SNAPSHOTS)) {
      Duration history = config.snapshots().history();
      Duration deletes =
          history.compareTo(SHORTEST_DELETE_RETENTION) > 0 ? history : SHORTEST_DELETE_RETENTION;
      configs.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(history.toMillis()));
      configs.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(deletes.toMillis()));
    }
    return configs;
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

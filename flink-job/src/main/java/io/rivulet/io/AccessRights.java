package io.rivulet.io;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.RivuletConfig;
import io.rivulet.config.SecurityProtocol;
import io.rivulet.config.yaml.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** Whether the brokers let the job do what it will do with its topics, group and transactions. */
final class AccessRights {
  /** By the key of the topic. */
  static final Map<String, Set<AclOperation>> NEEDED =
      Map.of(
          "userEvents", Set.of(AclOperation.READ),
          "itemCatalog", Set.of(AclOperation.READ),
          "scoreRequests", Set.of(AclOperation.READ),
          "scores", Set.of(AclOperation.WRITE),
          "recommendations", Set.of(AclOperation.WRITE),
          "metrics", Set.of(AclOperation.WRITE),
          "deadLetters", Set.of(AclOperation.WRITE),
          "modelSnapshots", Set.of(AclOperation.WRITE),
          "parameters", Set.of(AclOperation.READ, AclOperation.WRITE));

  private final KafkaConfig kafka;
  private final String transactions;
  private final Map<String, String> topics;
  private final BrokerConnection brokers;

  /** Rights of the job on the topics that it uses, by their keys. */
  AccessRights(RivuletConfig config, Map<String, String> topics, BrokerConnection brokers) {
    kafka = config.kafka();
    transactions = KafkaSinks.transactionalIdPrefix(config);
    this.topics = topics;
    this.brokers = brokers;
  }

  /**
   * Checks all of them. The topics must exist.
   *
   * @throws ConfigException with one line for each right that is missing
   */
  void check() {
    List<String> missing = new ArrayList<>();
    topics.forEach(
        (key, topic) -> {
          Set<AclOperation> operations = new TreeSet<>(NEEDED.get(key));
          operations.removeAll(allowed(topic));
          if (!operations.isEmpty()) {
            missing.add(missing("topics." + key, topic, operations, "topic"));
          }
        });
    if (!mayCommit()) {
      missing.add(missing("group", kafka.group(), Set.of(AclOperation.READ), "group"));
    }
    if (topics.containsKey("modelSnapshots") && !mayTransact()) {
      missing.add(
          missing(
              "group",
              transactions,
              Set.of(AclOperation.WRITE),
              "resource-pattern-type prefixed --transactional-id"));
    }
    if (!missing.isEmpty()) {
      throw new ConfigException(String.join("\n", missing));
    }
  }

  private Set<AclOperation> allowed(String topic) {
    DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
    try {
      return brokers
          .ask(admin -> admin.describeTopics(Set.of(topic), options).topicNameValues().get(topic))
          .authorizedOperations();
    } catch (TopicAuthorizationException e) {
      return Set.of();
    }
  }

  /**
   * Whether the job may commit offsets. No question answers that for a group that does not exist
   * yet; but to remove a member needs the same right, and one that is not there can be removed
   * without harm.
   */
  private boolean mayCommit() {
    MemberToRemove nobody = new MemberToRemove(kafka.group() + "-preflight");
    RemoveMembersFromConsumerGroupOptions options =
        new RemoveMembersFromConsumerGroupOptions(Set.of(nobody));
    try {
      brokers.ask(
          admin ->
              admin.removeMembersFromConsumerGroup(kafka.group(), options).memberResult(nobody));
      return true;
    } catch (UnknownMemberIdException e) {
      return true;
    } catch (GroupAuthorizationException e) {
      return false;
    }
  }

  /** To fence off a producer needs the same right as to be one; nobody has this name. */
  private boolean mayTransact() {
    try {
      brokers.ask(admin -> admin.fenceProducers(Set.of(transactions + "-preflight")).all());
      return true;
    } catch (TransactionalIdAuthorizationException e) {
      return false;
    }
  }

  private String missing(String key, String found, Set<AclOperation> operations, String resource) {
    boolean named = kafka.security().protocol() == SecurityProtocol.SASL_SSL;
    String user = named ? "User:" + kafka.security().username() : "User:…";
    String options =
        operations.stream()
            .map(operation -> " --operation " + operation)
            .collect(Collectors.joining());
    return String.format(
        "kafka.%s: found '%s', where %s lacks the right to %s on %s; grant it"
            + " (kafka-acls.sh --bootstrap-server %s --command-config ADMIN.properties --add"
            + " --allow-principal '%s'%s --%s %s), or use another %s",
        key,
        found,
        named ? user : "the job's user",
        operations.stream().map(AclOperation::toString).collect(Collectors.joining(" and ")),
        kafka.bootstrapServers(),
        kafka.bootstrapServers(),
        user,
        options,
        resource,
        found,
        resource);
  }
}

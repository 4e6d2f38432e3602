package io.rivulet.security;

import io.rivulet.config.RivuletConfig;
import java.nio.file.Path;
import org.apache.kafka.common.acl.AclOperation;

/** The rights and the configuration of a small job on a {@link SecuredBroker}. */
final class JobUser {
  /** All topics of the job. */
  static final String[] TOPICS = {
    "user-events",
    "item-catalog",
    "score-requests",
    "scores",
    "recommendations",
    "metrics",
    "dead-letters",
    "model-snapshots",
    "parameters"
  };

  private JobUser() {}

  /** Grants what the job needs. */
  static void allowAll(SecuredBroker broker, String user) throws Exception {
    broker.allow(
        user, AclOperation.READ, "user-events", "item-catalog", "score-requests", "parameters");
    broker.allow(
        user,
        AclOperation.WRITE,
        "scores",
        "recommendations",
        "metrics",
        "dead-letters",
        "parameters");
    broker.allow(user, AclOperation.WRITE, "model-snapshots");
    broker.allowTransactions(user, "rivulet-");
    broker.allowGroup(user, "rivulet");
  }

  /** What {@code kafka.security} says for a log-in. */
  static String logIn(SecuredBroker broker, String user, Path password) throws Exception {
    return "protocol: sasl-ssl, username: %s, password: 'file:%s', truststore: {file: '%s'}"
        .formatted(user, password, broker.certificate());
  }

  /** What {@code kafka.security} says for mutual TLS. */
  static String mutual(SecuredBroker broker) throws Exception {
    Identity job = broker.job();
    return "protocol: ssl, truststore: {file: '%s'}, keystore: {file: '%s', password: 'file:%s'}"
        .formatted(broker.certificate(), job.keystore(), job.passwordFile());
  }

  /** A whole configuration. */
  static RivuletConfig config(String bootstrapServers, String security, Path checkpoints) {
    String text =
        """
        kafka:
          bootstrapServers: %s
          security: {%s}
        checkpoints: {directory: '%s'}
        parallelism: 1
        learner:
          tasks:
            - {name: click, type: binary, label: {positive: [play, like], negative: [impression]}}
        """
            .formatted(bootstrapServers, security, checkpoints.toUri());
    return RivuletConfig.parse("secured.yaml", text, name -> null);
  }
}

package io.rivulet.io;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.SecurityConfig;
import io.rivulet.config.yaml.ConfigException;
import io.rivulet.config.yaml.Durations;
import io.rivulet.config.yaml.EnumNames;
import io.rivulet.config.yaml.Secrets;
import java.time.Duration;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/** Says of an error of Kafka's client which setting to look at, and what to do about it. */
final class ConnectionErrors {
  private final KafkaConfig kafka;
  private final SecurityConfig security;
  private final Duration timeout;

  ConnectionErrors(KafkaConfig kafka, Duration timeout) {
    this.kafka = kafka;
    this.security = kafka.security();
    this.timeout = timeout;
  }

  /** The error for what a question ended with; Kafka's own where it is not about the connection. */
  RuntimeException failed(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return unreachable("no broker answered within " + Durations.format(timeout), cause);
    }
    if (cause instanceof SslAuthenticationException) {
      return new HandshakeErrors(kafka).of(cause);
    }
    if (cause instanceof UnsupportedSaslMechanismException
        || cause instanceof IllegalSaslStateException) {
      return error(
          "security.mechanism",
          EnumNames.of(security.mechanism()),
          "which " + kafka.bootstrapServers() + " refuses (" + cause.getMessage() + ")",
          "a mechanism that this listener of the brokers has enabled",
          cause);
    }
    if (cause instanceof AuthenticationException) {
      return error(
          "security.username",
          security.username(),
          "whose log-in " + kafka.bootstrapServers() + " refused (" + cause.getMessage() + ")",
          "a user that the brokers know for this mechanism, and its password in "
              + security.password(),
          cause);
    }
    return cause instanceof KafkaException known ? known : new IllegalStateException(cause);
  }

  /** The error for settings that no client can be made of. */
  ConfigException rejected(KafkaException error) {
    String text = reasons(error);
    if (text.contains(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)) {
      return unreachable("not an address that can be resolved", error);
    }
    if (security.keystore().isPresent() && text.contains(security.keystore().file())) {
      return unusable("security.keystore.file", security.keystore().file(), text);
    }
    if (security.truststore().isPresent() && text.contains(security.truststore().file())) {
      return unusable("security.truststore.file", security.truststore().file(), text);
    }
    return unusable("properties", kafka.properties().toString(), text);
  }

  /** Without the client's error as a cause: its text may hold a secret. */
  private static ConfigException unusable(String key, String found, String reasons) {
    return error(
        key,
        found,
        "which Kafka's client rejects (" + Secrets.mask("", reasons) + ")",
        "what is documented for it",
        null);
  }

  private ConfigException unreachable(String problem, Throwable cause) {
    return error(
        "bootstrapServers",
        kafka.bootstrapServers(),
        problem,
        "host:port of a running broker that this machine reaches, and kafka.security as this"
            + " listener of the brokers wants it ('"
            + EnumNames.of(security.protocol())
            + "' now)",
        cause);
  }

  static ConfigException error(
      String key, String found, String problem, String remedy, Throwable cause) {
    return new ConfigException(
        String.format("kafka.%s: found '%s', %s; use %s", key, found, problem, remedy), cause);
  }

  /** The messages from the error to its root, without the client's own frame. */
  private static String reasons(Throwable error) {
    StringBuilder text = new StringBuilder();
    for (Throwable reason = error.getCause(); reason != null; reason = reason.getCause()) {
      text.append(text.isEmpty() ? "" : ": ").append(reason.getMessage());
    }
    return text.isEmpty() ? String.valueOf(error.getMessage()) : text.toString();
  }
}

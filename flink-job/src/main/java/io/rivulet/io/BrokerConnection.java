package io.rivulet.io;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.yaml.ConfigException;
import io.rivulet.config.yaml.Durations;
import io.rivulet.config.yaml.Secrets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Questions to the brokers, each with a time limit and with errors that name the setting. */
final class BrokerConnection implements AutoCloseable {
  private final KafkaConfig kafka;
  private final Duration timeout;
  private final Admin admin;

  BrokerConnection(KafkaConfig kafka, Duration timeout) {
    this.kafka = kafka;
    this.timeout = timeout;
    Map<String, Object> settings = new HashMap<>(kafka.properties());
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    settings.put(AdminClientConfig.CLIENT_ID_CONFIG, kafka.group() + "-preflight");
    int millis = Math.toIntExact(timeout.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    try {
      this.admin = Admin.create(settings);
    } catch (KafkaException e) {
      throw rejected(e);
    }
  }

  /**
   * The answer to a question.
   *
   * @throws ConfigException if no broker answers in time, or if they refuse the log-in
   * @throws KafkaException if the answer is another error
   */
  <T> T ask(Function<Admin, KafkaFuture<T>> question) {
    try {
      return question.apply(admin).get();
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Kafka", e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  private RuntimeException failed(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return unreachable("no broker answered within " + Durations.format(timeout), cause);
    }
    if (cause instanceof AuthenticationException) {
      return new ConfigException(
          String.format(
              "kafka.properties: %s refused the log-in (%s); check the security settings",
              kafka.bootstrapServers(), cause.getMessage()),
          cause);
    }
    return cause instanceof KafkaException known ? known : new IllegalStateException(cause);
  }

  /** Without the client's error as a cause: its text may hold a secret. */
  private ConfigException rejected(KafkaException error) {
    Throwable reason = error;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    String text = String.valueOf(reason.getMessage());
    if (text.contains(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)) {
      return unreachable("not an address that can be resolved", error);
    }
    return new ConfigException(
        String.format(
            "kafka.properties: found %s, which Kafka's client rejects (%s); use its documented"
                + " settings",
            Secrets.mask(kafka.properties()), Secrets.mask("", text)));
  }

  private ConfigException unreachable(String problem, Throwable cause) {
    return new ConfigException(
        String.format(
            "kafka.bootstrapServers: found '%s', %s; use host:port of a running broker that this"
                + " machine reaches",
            kafka.bootstrapServers(), problem),
        cause);
  }
}

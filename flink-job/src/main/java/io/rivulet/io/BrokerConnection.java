package io.rivulet.io;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.yaml.ConfigException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** Questions to the brokers, each with a time limit and with errors that name the setting. */
final class BrokerConnection implements AutoCloseable {
  private final ConnectionErrors errors;
  private final Admin admin;

  /**
   * Makes the client, which connects when it is asked first.
   *
   * @throws ConfigException if it cannot be made of the settings
   */
  BrokerConnection(KafkaConfig kafka, Duration timeout) {
    errors = new ConnectionErrors(kafka, timeout);
    Map<String, Object> settings = new HashMap<>(ClientSettings.of(kafka));
    settings.put(AdminClientConfig.CLIENT_ID_CONFIG, kafka.group() + "-preflight");
    int millis = Math.toIntExact(timeout.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    try {
      admin = Admin.create(settings);
    } catch (KafkaException e) {
      throw errors.rejected(e);
    }
  }

  /**
   * The answer to a question.
   *
   * @throws ConfigException if no broker answers in time, or if they refuse the connection
   * @throws KafkaException if the answer is another error
   */
  <T> T ask(Function<Admin, KafkaFuture<T>> question) {
    try {
      return question.apply(admin).get();
    } catch (ExecutionException e) {
      throw errors.failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Kafka", e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}

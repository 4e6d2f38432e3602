package io.rivulet.io;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.SaslMechanism;
import io.rivulet.config.SecurityConfig;
import io.rivulet.config.SecurityProtocol;
import io.rivulet.config.StoreConfig;
import io.rivulet.config.StoreFormat;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** What all Kafka clients of a job have in common, in Kafka's words. */
public final class ClientSettings {
  private ClientSettings() {}

  /**
   * Brokers, security, and the further properties. Holds references in place of secrets; a client
   * that is made with it finds them by itself.
   */
  public static Map<String, String> of(KafkaConfig kafka) {
    Map<String, String> settings = new HashMap<>(kafka.properties());
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    if (kafka.security().protocol() != SecurityProtocol.PLAINTEXT) {
      settings.putAll(of(kafka.security()));
    }
    return settings;
  }

  private static Map<String, String> of(SecurityConfig security) {
    Map<String, String> settings = new HashMap<>();
    settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, security.protocol().name());
    settings.putAll(SecretProvider.registration());
    if (security.truststore().isPresent()) {
      truststore(security.truststore(), settings);
    }
    if (security.keystore().isPresent()) {
      keystore(security.keystore(), settings);
    }
    if (security.protocol() == SecurityProtocol.SASL_SSL) {
      settings.put(SaslConfigs.SASL_MECHANISM, security.mechanism().name().replace('_', '-'));
      settings.put(SaslConfigs.SASL_JAAS_CONFIG, logIn(security));
    }
    return settings;
  }

  private static void truststore(StoreConfig store, Map<String, String> settings) {
    settings.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, store.file());
    settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, store.format().name());
    if (store.password().isPresent()) {
      settings.put(
          SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, SecretProvider.plain(store.password()));
    }
  }

  private static void keystore(StoreConfig store, Map<String, String> settings) {
    settings.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, store.file());
    settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, store.format().name());
    if (store.password().isPresent()) {
      String password = SecretProvider.plain(store.password());
      settings.put(SslConfigs.SSL_KEY_PASSWORD_CONFIG, password);
      // A PEM file as a whole has no password.
      if (store.format() != StoreFormat.PEM) {
        settings.put(SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG, password);
      }
    }
  }

  private static String logIn(SecurityConfig security) {
    Class<?> module =
        security.mechanism() == SaslMechanism.PLAIN
            ? PlainLoginModule.class
            : ScramLoginModule.class;
    return String.format(
        "%s required username=\"%s\" password=\"%s\";",
        module.getName(),
        SecretProvider.escape(security.username()),
        SecretProvider.quoted(security.password()));
  }
}

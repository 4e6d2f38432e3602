package io.rivulet.io;

import io.rivulet.config.SecurityConfig;
import io.rivulet.config.StoreConfig;
import io.rivulet.config.yaml.ConfigException;
import io.rivulet.config.yaml.SecretReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Whether this machine has what {@code kafka.security} refers to. */
final class LocalSecrets {
  private final UnaryOperator<String> environment;

  /** Takes the look-up of an environment variable, which answers null for one that is not set. */
  LocalSecrets(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /**
   * Checks all files and variables.
   *
   * @throws ConfigException with the key of the first that is not there
   */
  void check(SecurityConfig security) {
    check("truststore.file", security.truststore());
    check("keystore.file", security.keystore());
    security.secrets().forEach(this::check);
  }

  private static void check(String key, StoreConfig store) {
    if (store.isPresent() && !Files.isReadable(Path.of(store.file()))) {
      throw ConnectionErrors.error(
          "security." + key,
          store.file(),
          "which this machine cannot read",
          "a file that is at this path on each machine",
          null);
    }
  }

  private void check(String key, SecretReference secret) {
    try {
      secret.value(environment);
    } catch (ConfigException e) {
      throw new ConfigException("kafka.security." + key + ": " + e.getMessage(), e);
    }
  }
}

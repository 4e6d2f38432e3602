package io.rivulet.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rivulet.learner.spec.Key;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  record Login(
      @Key(value = "Number.", otherwise = "0") int password,
      @Key(value = "Number.", otherwise = "0") int retries,
      @Key(value = "Texts.", otherwise = "{}") Map<String, String> properties) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: hunter2",
        "retries: ${DB_PASSWORD}",
        "retries: ${DB_PASSWORD:-hunter2}",
        "properties: sasl.jaas.config=hunter2",
        "properties: {ssl.key.password: [hunter2]}",
        "properties: {ssl.key.password: {hunter2: 1}}",
        "properties: {ssl.key.password: '${hunter2'}",
        "properties: {ssl.key.password: *hunter2}",
        "password: \"\\xhunter2\"",
        "password: !hunter2 hunter2 hunter2: hunter2",
      })
  void messagesHoldNoSecret(String text) {
    ConfigException error =
        catchThrowableOfType(
            ConfigException.class,
            () ->
                new YamlReader(Map.of("DB_PASSWORD", "hunter2")::get)
                    .read(Login.class, "f.yaml", text));

    assertThat(error).isNotNull();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      assertThat(cause.getMessage()).doesNotContain("hunter2").contains("f.yaml, line 1");
    }
  }

  @Test
  void settingsAreMaskedByTheirNames() {
    Map<String, String> settings =
        Map.of(
            "sasl.jaas.config", "x",
            "ssl.keystore.key", "x",
            "ssl.truststore.password", "x",
            "security.protocol", "SASL_SSL");

    assertThat(Secrets.mask(settings))
        .hasToString(
            "{sasl.jaas.config=***, security.protocol=SASL_SSL, ssl.keystore.key=***,"
                + " ssl.truststore.password=***}");
  }
}

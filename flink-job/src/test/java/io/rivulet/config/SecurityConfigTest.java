package io.rivulet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.config.yaml.ConfigException;
import io.rivulet.config.yaml.YamlReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityConfigTest {
  private static final String LOG_IN = "protocol: sasl-ssl, username: rivulet, password: '${P}'";

  @Test
  void nothingIsSecuredByDefault() {
    assertThat(read("{}").security()).isEqualTo(SecurityConfig.NONE);
  }

  @Test
  void secretsAreKnownByTheirKeysAndNeverPrinted() {
    KafkaConfig kafka =
        read(
            "{security: {"
                + LOG_IN
                + ", truststore: {file: ca.jks, password: '${T}'},"
                + " keystore: {file: me.p12, password: 'file:/k'}}}");

    assertThat(kafka.security().secrets().keySet())
        .containsExactly("truststore.password", "keystore.password", "password");
    assertThat(kafka.toString()).contains("${T}", "file:/k", "${P}").doesNotContain("hunter2");
  }

  /** What is written, the key complained of with the value found, and the remedy. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "protocol: sasl-plaintext ~ protocol: found 'sasl-plaintext' ~ plaintext, ssl, sasl-ssl",
        "username: u ~ protocol: found 'plaintext' ~ sasl-ssl",
        "protocol: ssl, password: '${P}' ~ protocol: found 'ssl' ~ sasl-ssl",
        "truststore: {file: ca.pem} ~ protocol: found 'plaintext' ~ ssl or sasl-ssl",
        "protocol: sasl-ssl, password: '${P}' ~ username: found '' ~ the name of the user",
        "protocol: sasl-ssl, username: u ~ password: found '' ~ ${NAME} or file:PATH",
        "protocol: sasl-ssl, username: u, password: hunter2 ~ password: found '***' ~ ${NAME}",
        "protocol: ssl, truststore: {file: ca.txt} ~ file: found 'ca.txt' ~ ends in .pem",
        "protocol: ssl, keystore: {password: '${P}'} ~ file: found '' ~ the file that",
        "protocol: ssl, keystore: {file: me.p12} ~ keystore.password: found '' ~ ${NAME}",
        "protocol: ssl, truststore: {file: a.pem, password: '${P}'} ~ password: found ~ no password",
        "protocol: ssl, mechanism: digest-md5 ~ mechanism: found 'digest-md5' ~ scram-sha-256",
      })
  void partsThatDoNotFitNameKeyValueAndRemedy(String security, String found, String remedy) {
    assertThatThrownBy(() -> read("{security: {" + security + "}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("kafka.yaml, line 1: security.")
        .hasMessageContaining(found)
        .hasMessageContaining("; use ")
        .hasMessageContaining(remedy)
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sasl.jaas.config", "ssl.truststore.password", "ssl.keystore.key"})
  void aSecretIsNoProperty(String property) {
    assertThatThrownBy(() -> read("{properties: {" + property + ": '${P}'}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "kafka.yaml, line 1: properties."
                + property
                + ": found '***'; use the keys of kafka.security for secrets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"security.protocol", "sasl.mechanism", "ssl.truststore.location"})
  void aPropertyDoesNotWorkAgainstTheKeys(String property) {
    assertThatThrownBy(
            () -> read("{security: {" + LOG_IN + "}, properties: {" + property + ": x}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "kafka.yaml, line 1: properties: found '"
                + property
                + "'; use the key kafka.security instead");
    assertThat(read("{properties: {" + property + ": x}}").properties()).containsKey(property);
  }

  private static KafkaConfig read(String text) {
    return new YamlReader(Map.of("P", "hunter2", "T", "hunter2")::get)
        .read(KafkaConfig.class, "kafka.yaml", text);
  }
}

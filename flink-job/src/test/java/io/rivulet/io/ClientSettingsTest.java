package io.rivulet.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {
  @TempDir private Path folder;

  @Test
  void withoutSecurityOnlyBrokersAndPropertiesAreSet() {
    assertThat(settings("{bootstrapServers: 'b:1', properties: {client.rack: r}}"))
        .isEqualTo(Map.of("bootstrap.servers", "b:1", "client.rack", "r"));
  }

  @Test
  void storesAreOfTheirFormatAndSecretsAreReferences() {
    Map<String, String> settings =
        settings(
            "{security: {protocol: ssl, truststore: {file: /ca.pem},"
                + " keystore: {file: /me.p12, password: '${STORE}'}}}");

    assertThat(settings)
        .containsEntry("security.protocol", "SSL")
        .containsEntry("ssl.truststore.location", "/ca.pem")
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.keystore.type", "PKCS12")
        .containsEntry("ssl.keystore.password", "${rivulet:plain:ENVIRONMENT STORE}")
        .containsEntry("ssl.key.password", "${rivulet:plain:ENVIRONMENT STORE}")
        .doesNotContainKeys("ssl.truststore.password", "sasl.mechanism");
  }

  @Test
  void aPemKeystoreHasOnlyAPasswordOfItsKey() {
    assertThat(
            settings("{security: {protocol: ssl, keystore: {file: /me.pem, password: 'file:/k'}}}"))
        .containsEntry("ssl.key.password", "${rivulet:plain:FILE /k}")
        .doesNotContainKey("ssl.keystore.password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "a\"b\\c\\", "two\nlines", "${rivulet:x}", "ü; }'"})
  void theClientFindsTheSecretAsItIs(String password) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), password);

    AppConfigurationEntry entry = logIn("scram-sha-512", file);

    assertThat(entry.getLoginModuleName()).isEqualTo(ScramLoginModule.class.getName());
    assertThat(entry.getOptions().get("username")).isEqualTo("a\"user");
    assertThat(entry.getOptions().get("password")).isEqualTo(password);
  }

  @Test
  void plainHasAModuleOfItsOwn() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "hunter2");

    assertThat(logIn("plain", file).getLoginModuleName())
        .isEqualTo(PlainLoginModule.class.getName());
  }

  /** As a client does it: the secret is put in, then the setting is parsed. */
  private static AppConfigurationEntry logIn(String mechanism, Path file) {
    Map<String, String> settings =
        settings(
            "{security: {protocol: sasl-ssl, username: 'a\"user', mechanism: "
                + mechanism
                + ", password: 'file:"
                + file
                + "'}}");
    Map<String, Object> resolved = new HashMap<>(new AdminClientConfig(settings).values());
    Password jaas = (Password) resolved.get("sasl.jaas.config");
    assertThat(settings.toString() + jaas).doesNotContain("hunter2");
    return JaasContext.loadClientContext(resolved).configurationEntries().get(0);
  }

  private static Map<String, String> settings(String yaml) {
    KafkaConfig kafka = new YamlReader(name -> null).read(KafkaConfig.class, "kafka.yaml", yaml);
    return ClientSettings.of(kafka);
  }
}

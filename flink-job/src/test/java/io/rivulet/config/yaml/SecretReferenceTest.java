package io.rivulet.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.learner.spec.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {
  record Login(@Key(value = "Password.", otherwise = "") SecretReference password) {}

  @TempDir private Path folder;

  @Test
  void anEnvironmentVariableIsReadWhenItIsNeeded() {
    SecretReference secret = read("password: ${KAFKA}");

    assertThat(secret.isPresent()).isTrue();
    assertThat(secret).hasToString("${KAFKA}");
    assertThat(secret.value(Map.of("KAFKA", "hunter2")::get)).isEqualTo("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n"})
  void aFileIsReadWithoutTheLineBreakAtItsEnd(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("kafka"), content);

    assertThat(read("password: file:" + file).value(name -> null)).isEqualTo("hunter2");
  }

  @Test
  void aFileThatChangesIsReadAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("kafka"), "old");
    SecretReference secret = read("password: file:" + file);
    assertThat(secret.value(name -> null)).isEqualTo("old");

    Files.writeString(file, "new");

    assertThat(secret.value(name -> null)).isEqualTo("new");
  }

  @Test
  void absentMeansNone() {
    assertThat(read("{}").isPresent()).isFalse();
    assertThat(read("{}")).isEqualTo(SecretReference.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hunter2", "${A:-hunter2}", "hunter2${A}", "${A}hunter2", "'file:'", "'file: a'"})
  void theSecretItselfIsAnErrorThatDoesNotShowIt(String text) {
    assertThatThrownBy(() -> read("password: " + text))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "f.yaml, line 1: password: found '***'; use ${NAME} for an environment variable, or"
                + " file:PATH for a file; the secret itself does not belong into the configuration")
        .hasNoCause();
  }

  @Test
  void whatIsNotThereIsNamed() throws IOException {
    Path file = folder.resolve("kafka");

    assertThatThrownBy(() -> read("password: ${KAFKA}").value(name -> null))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("the environment variable 'KAFKA' is not set; set it");
    assertThatThrownBy(() -> read("password: ${KAFKA}").value(name -> ""))
        .hasMessageStartingWith("${KAFKA} is empty; put the secret there");
    assertThatThrownBy(() -> read("password: file:" + file).value(name -> null))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("the file '" + file + "' cannot be read (NoSuchFileException)");
    Files.writeString(file, "\n");
    assertThatThrownBy(() -> read("password: file:" + file).value(name -> null))
        .hasMessageStartingWith("file:" + file + " is empty");
  }

  private static SecretReference read(String text) {
    return new YamlReader(name -> null).read(Login.class, "f.yaml", text).password();
  }
}

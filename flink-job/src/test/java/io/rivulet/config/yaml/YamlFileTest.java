package io.rivulet.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.learner.spec.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
  record One(@Key("Text.") String text) {}

  @TempDir private Path folder;
  private final YamlReader reader = new YamlReader(name -> null);

  @Test
  void readsUtf8WithOrWithoutItsMark() throws IOException {
    Path file = Files.writeString(folder.resolve("one.yaml"), "\uFEFFtext: é");

    assertThat(reader.read(One.class, file)).isEqualTo(new One("é"));
  }

  @Test
  void anAbsentFileIsNamed() {
    Path file = folder.resolve("none.yaml");

    assertThatThrownBy(() -> reader.read(One.class, file))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + ": no such file; give the path of the configuration");
  }

  @Test
  void aFolderAndAnotherEncodingAreErrors() throws IOException {
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'t', ':', ' ', (byte) 0xE9});

    assertThatThrownBy(() -> reader.read(One.class, latin))
        .isInstanceOf(ConfigException.class)
        .hasMessage(latin + ": not a text in UTF-8; save it in this encoding");
    assertThatThrownBy(() -> reader.read(One.class, folder))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(folder + ": cannot be read");
  }
}

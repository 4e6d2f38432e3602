package io.rivulet.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rivulet.config.RivuletConfig;
import io.rivulet.learner.spec.LearnerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlWriterTest {
  record Texts(String plain, List<String> list, Map<String, Double> numbers, double none) {}

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "docs", "examples"))) {
      return files.toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsWrittenReadsAsTheSameModel(Path file) {
    LearnerSpec spec = RivuletConfig.read(file).learner();
    assertThat(read(LearnerSpec.class, YamlWriter.write(spec))).isEqualTo(spec);
  }

  @Test
  void awkwardTextsComeBack() {
    for (String text :
        List.of("", " ", "no", "1", "1e5", "a: b", "- x", "#", "${HOME}", "$${", "ä\n\t\"'", "~")) {
      Texts texts = new Texts(text, List.of(text, text), Map.of("a", 1e-7, "b", 2.0), Double.NaN);
      assertThat(read(Texts.class, YamlWriter.write(texts))).isEqualTo(texts);
    }
  }

  @Test
  void secretsAreNotWritten() {
    record Secret(SecretReference password) {}
    Secret secret = new Secret(SecretReference.parse("${PASSWORD}"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> YamlWriter.write(secret))
        .withMessageContaining("secret");
  }

  private static <R extends Record> R read(Class<R> type, String text) {
    return new YamlReader(name -> null).read(type, "written", text);
  }
}

package io.rivulet.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {
  private static final Place PLACE = Place.start("f.yaml").key("kafka.group");

  private final Variables variables =
      new Variables(Map.of("HOST", "broker", "PORT", "92", "EMPTY", "", "DOLLAR", "$1\\")::get);

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "${HOST}:${PORT}, broker:92",
    "${HOST:-x}, broker",
    "${ABSENT:-localhost:9092}, localhost:9092",
    "${ABSENT:-}, ''",
    "${EMPTY:-x}, x",
    "${EMPTY}, ''",
    "$${HOST}, ${HOST}",
    "${DOLLAR}, $1\\",
    "a $HOST b, a $HOST b",
  })
  void replaces(String text, String expected) {
    assertThat(variables.substitute(text, PLACE)).isEqualTo(expected);
  }

  @Test
  void anAbsentVariableIsNamed() {
    assertThatThrownBy(() -> variables.substitute("${ABSENT}", PLACE))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "f.yaml, line 1: kafka.group: the environment variable 'ABSENT' is not set;"
                + " set it, or write ${ABSENT:-default}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${HOST", "${}", "${a-b}", "${ABSENT:-${HOST}}", "${1A}"})
  void malformedReferencesAreErrors(String text) {
    assertThatThrownBy(() -> variables.substitute(text, PLACE))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("found '" + text + "'; use ${NAME}, ${NAME:-default}, or $${");
  }
}

package io.rivulet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RivuletCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter messages = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = RivuletCommands.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(messages, true));
    return line.execute(arguments);
  }

  @Test
  void namesItsCommandsAndExitCodes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("versions", "manifest", "rows", "diff", "export-onnx", "score")
        .contains("current", "rollback", "tail")
        .contains("an option is wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "versions",
        "manifest",
        "rows",
        "diff",
        "export-onnx",
        "score",
        "current",
        "rollback",
        "tail"
      })
  void explainsEachCommandWithAnExample(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Example:", "rivulet-cli " + command, "--json");
  }

  @Test
  void refusesAVersionThatIsNoNumber() {
    assertThat(run("current", "best")).isEqualTo(2);
    assertThat(messages.toString()).contains("found 'best'; give a version's number, or newest");
  }

  @Test
  void refusesAnUnknownOption() {
    assertThat(run("versions", "--colour")).isEqualTo(2);
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThat(run("versions", "--kafka-properties", "nowhere.properties")).isEqualTo(1);
    assertThat(messages.toString()).contains("no such file: nowhere.properties");
  }
}

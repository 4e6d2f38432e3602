package io.rivulet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {
  private static final Path FILE = Path.of("..", "docs", "configuration.md");
  private static final String COMMAND =
      "mvn -q -pl schemas,flink-job test -Dtest=ConfigurationReferenceTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Drivulet.docs.update=true";

  @Test
  void theReferenceOnDiskIsThatOfTheRecords() throws IOException {
    String generated = ConfigurationReference.generate(COMMAND);
    if (Boolean.getBoolean("rivulet.docs.update")) {
      Files.writeString(FILE, generated);
    }

    assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
        .as("docs/configuration.md is out of date. Regenerate it with\n%s\n", COMMAND)
        .isEqualTo(generated);
  }

  @Test
  void everyKeyIsDescribed() {
    assertThat(ConfigurationReference.generate("")).doesNotContain("null |").contains("`arm`");
  }

  @Test
  void theMinimalExampleIsComplete() {
    RivuletConfig config =
        RivuletConfig.parse("minimal.yaml", ConfigurationReference.MINIMAL, name -> null);

    assertThat(config.kafka().bootstrapServers()).isEqualTo("localhost:9092");
  }
}

package io.rivulet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  private static final Path OTHER = Path.of("other");

  @TempDir private Path folder;

  @Test
  void isInMemoryIfThereIsEnough() throws Exception {
    assertThat(WorkFolder.orElse(folder, 1, OTHER)).isEqualTo(folder);
  }

  @Test
  void isElsewhereIfThereIsTooLittle() throws Exception {
    assertThat(WorkFolder.orElse(folder, Long.MAX_VALUE, OTHER)).isEqualTo(OTHER);
  }

  @Test
  void isElsewhereIfThereIsNone() throws Exception {
    assertThat(WorkFolder.orElse(folder.resolve("none"), 1, OTHER)).isEqualTo(OTHER);
  }
}

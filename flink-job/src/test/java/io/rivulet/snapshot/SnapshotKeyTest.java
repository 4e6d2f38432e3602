package io.rivulet.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rivulet.domain.Table;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotKeyTest {
  static Stream<SnapshotKey> keys() {
    return Stream.of(
        SnapshotKey.ofRow(Table.USER, "ä:1#2", 0),
        SnapshotKey.ofRow(Table.ITEM, "#3:x", 7),
        SnapshotKey.ofManifest("champion"),
        SnapshotKey.ofVersion("champion", 12),
        SnapshotKey.ofCurrent("champion"),
        SnapshotKey.ofBase("champion"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void comesBack(SnapshotKey key) {
    assertThat(SnapshotKey.parse(key.bytes())).isEqualTo(key);
    assertThat(key.isRow()).isEqualTo(!key.id().startsWith("champion"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "user", ":7", "user#x:7", "user#-1:7", "user#9999999999:7"})
  void refusesWhatIsNone(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotKey.parse(text.getBytes(UTF_8)))
        .withMessageContaining("the key '" + text + "' is none of a snapshot");
  }
}

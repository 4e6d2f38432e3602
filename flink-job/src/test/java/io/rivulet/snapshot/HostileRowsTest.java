package io.rivulet.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.RawRecord;
import io.rivulet.fixture.TopicInMemory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A version with rows that are not what they should be is refused, and the one before stays in use.
 */
class HostileRowsTest {
  private final HostileVersion version = new HostileVersion();

  @Test
  void changedRecord() {
    RawRecord raw = version.topic.newest("user:c");
    byte[] value = raw.value().clone();
    value[value.length - 5] ^= 1;
    version.topic.set(raw.origin().offset(), raw.key(), value);
    version.isRefused("the checksum is ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:c", "user#1:c", "dense:small"})
  void missingRecord(String key) {
    long lost = version.topic.newest(key).origin().offset();
    version.topic.lose(raw -> raw.origin().offset() == lost);
    version.isRefused("the manifest closes {dense=", "and {dense=", "are there: some were lost");
  }

  @Test
  void missingPartThatNobodyCounted() {
    long lost = version.topic.newest("user#1:c").origin().offset();
    version.topic.lose(raw -> raw.origin().offset() == lost);
    version.changeManifest(manifest -> manifest.getRecords().merge("user", -1L, Long::sum));
    version.fitChecksum();
    version.isRefused("rows cannot be used", "part 1 of user:c is missing");
  }

  @Test
  void missingRecordThatNobodyCounted() {
    version.topic.lose(raw -> TopicInMemory.key(raw).endsWith(":c"));
    long parts = version.topic.newest("user#1:b").origin().offset();
    long users =
        version
            .topic
            .between(parts - 1, version.topic.newest("version:small:2").origin().offset())
            .stream()
            .filter(raw -> TopicInMemory.key(raw).startsWith("user"))
            .count();
    version.changeManifest(manifest -> manifest.getRecords().put("user", users));
    version.fitChecksum();
    version.isRefused("the model has 3 rows of table user, and 2 are there");
  }

  @Test
  void recordOfNobodyKnowsWhom() {
    version.topic.lose(
        raw -> raw.origin().offset() >= version.topic.newest("version:small:2").origin().offset());
    version.topic.add(new SnapshotEntry("user:x".getBytes(StandardCharsets.UTF_8), null));
    version.model.change(3, "c");
    version.read();
    assertThat(version.refusals).isNotEmpty();
    assertThat(version.model.isIn(version.store, 1, Map.of("a", 1L, "b", 1L))).isTrue();
  }

  @Test
  void unknownSchemaOfRow() {
    RawRecord raw = version.topic.newest("user:c");
    byte[] value = raw.value().clone();
    value[5] ^= 1;
    version.topic.set(raw.origin().offset(), raw.key(), value);
    version.fitChecksum();
    version.isRefused("model-snapshots-0 at offset ", "unknown schema fingerprint");
  }

  @Test
  void unknownEncoding() {
    version.changeRow("user:c", row -> row.setEncoding("fp4"));
    version.isRefused("the encoding 'fp4' is not known");
  }

  @Test
  void unknownLayout() {
    version.changeRow("user:c", row -> row.setLayoutVersion(4711));
    version.isRefused("the layout version is 4711 instead of ");
  }

  @Test
  void otherArm() {
    version.changeRow("user:c", row -> row.setArm("other"));
    version.isRefused("the arm is other instead of small");
  }

  @Test
  void otherRowThanItsKeySays() {
    version.changeRow("user:c", row -> row.setId("d"));
    version.isRefused("the key is user:c instead of user:d");
  }

  @Test
  void tooFewNumbers() {
    version.changeRow("user:c", row -> row.setValues(ByteBuffer.wrap(new byte[4])));
    version.isRefused("bytes where a row of this model has");
  }

  @Test
  void tooManyNumbers() {
    version.changeRow("user:c", row -> row.setValues(ByteBuffer.wrap(new byte[100_000])));
    version.isRefused("user:c has more than ", "found at least 100000");
  }

  @Test
  void numbersThatAreNotFinite() {
    byte[] nan = new byte[64];
    Arrays.fill(nan, (byte) 0xFF);
    version.changeRow("user:c", row -> row.setValues(ByteBuffer.wrap(nan)));
    version.isRefused("is not finite");
  }

  @Test
  void madeUpNumberOfParts() {
    version.changeRow("user:c", row -> row.setParts(Integer.MAX_VALUE));
    version.isRefused("rows cannot be used");
  }

  @Test
  void partBeyondTheLast() {
    version.changeRow("user:c", row -> row.setParts(-3));
    version.isRefused("part 0 of -3 of user:c");
  }

  @Test
  void truncatedRow() {
    RawRecord raw = version.topic.newest("user:c");
    version.topic.set(raw.origin().offset(), raw.key(), Arrays.copyOf(raw.value(), 30));
    version.fitChecksum();
    version.isRefused("truncated or corrupt SnapshotRecord");
  }

  @Test
  void madeUpLengthOfNumbers() {
    RawRecord raw = version.topic.newest("user:c");
    byte[] value = raw.value();
    // The length stands in front of the numbers: 64 as a zigzag number of two bytes.
    int at = new String(value, StandardCharsets.ISO_8859_1).indexOf("\u0080\u0001");
    byte[] bomb = value.clone();
    bomb[at] = (byte) 0xFE;
    bomb[at + 1] = (byte) 0xFF;
    bomb[at + 2] = (byte) 0xFF;
    bomb[at + 3] = (byte) 0xFF;
    bomb[at + 4] = (byte) 0x0F;
    version.topic.set(raw.origin().offset(), raw.key(), bomb);
    version.fitChecksum();
    version.isRefused("truncated or corrupt SnapshotRecord");
  }

  @Test
  void keyThatIsNone() {
    version.topic.set(
        version.topic.newest("user:c").origin().offset(),
        new byte[] {1, 2, 3},
        version.topic.newest("user:c").value());
    version.isRefused("is none of a snapshot");
  }
}

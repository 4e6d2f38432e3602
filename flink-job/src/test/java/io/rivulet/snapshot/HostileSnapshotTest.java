package io.rivulet.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.RawRecord;
import io.rivulet.fixture.SmallModel;
import io.rivulet.fixture.TopicInMemory;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.schema.SnapshotRecord;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version that is not what it should be is refused, and the one before stays in use. */
class HostileSnapshotTest {
  private static final AvroCodec<SnapshotRecord> ROWS = AvroCodec.of(SnapshotRecord.class);
  private static final AvroCodec<SnapshotManifest> MANIFESTS = AvroCodec.of(SnapshotManifest.class);

  private final TopicInMemory topic = new TopicInMemory();
  private final PublishedModel model =
      new PublishedModel(SmallModel.SPEC, topic, Encoding.FP32, 64);
  private final MemoryModelStore store = new MemoryModelStore();
  private final List<String> refusals = new ArrayList<>();
  private final ModelFollower follower =
      new ModelFollower(
          PublishedModel.ARM,
          store,
          topic,
          1 << 20,
          new ModelFollower.Listener() {
            @Override
            public void switched(ModelStore.Head head, ModelDefinition definition) {}

            @Override
            public void refused(String message) {
              refusals.add(message);
            }
          });

  @BeforeEach
  void useAVersion() {
    model.whole(1, "a", "b");
    read();
    model.change(2, "b", "c");
  }

  private void read() {
    do {
      follower.poll();
    } while (topic.position() < topic.end());
  }

  /** The version 2 is refused for such a reason; the next whole version is taken again. */
  private void isRefused(String... words) {
    read();
    assertThat(refusals).isNotEmpty();
    assertThat(refusals.get(0)).contains(words);
    assertThat(model.isIn(store, 1, Map.of("a", 1L, "b", 1L))).isTrue();

    model.whole(3, "a", "d");
    read();
    assertThat(model.isIn(store, 3, Map.of("a", 3L, "d", 3L))).isTrue();
  }

  private void changeRow(String key, Consumer<SnapshotRecord.Builder> change) {
    RawRecord raw = topic.newest(key);
    try {
      SnapshotRecord.Builder record = SnapshotRecord.newBuilder(ROWS.decode(raw.value()));
      change.accept(record);
      topic.set(raw.origin().offset(), raw.key(), ROWS.encode(record.build()));
    } catch (CodecException e) {
      throw new AssertionError(e);
    }
    fitChecksum();
  }

  private void changeManifest(Consumer<SnapshotManifest.Builder> change) {
    for (String key : List.of("version:small:2", "manifest:small")) {
      RawRecord raw = topic.newest(key);
      try {
        SnapshotManifest.Builder manifest =
            SnapshotManifest.newBuilder(MANIFESTS.decode(raw.value()));
        change.accept(manifest);
        topic.set(raw.origin().offset(), raw.key(), MANIFESTS.encode(manifest.build()));
      } catch (CodecException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** So that it is not only the checksum that refuses a record. */
  private void fitChecksum() {
    long from = topic.newest("version:small:1").origin().offset() + 1;
    long to = topic.newest("version:small:2").origin().offset();
    Checksum checksum = new Checksum();
    for (RawRecord raw : topic.between(from, to)) {
      if (SnapshotKey.parse(raw.key()).isRow()) {
        checksum.add(raw.key(), raw.value());
      }
    }
    changeManifest(manifest -> manifest.setChecksum(checksum.value()));
  }

  @Test
  void wrongChecksum() {
    changeManifest(manifest -> manifest.setChecksum(manifest.getChecksum() + 1));
    isRefused(
        "version 2 (manifest at offset ",
        "the checksum is ",
        "publish a new version",
        "version 1 stays in use");
  }

  @Test
  void changedRecord() {
    RawRecord raw = topic.newest("user:c");
    byte[] value = raw.value().clone();
    value[value.length - 5] ^= 1;
    topic.set(raw.origin().offset(), raw.key(), value);
    isRefused("the checksum is ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:c", "user#1:c", "dense:small"})
  void missingRecord(String key) {
    long lost = topic.newest(key).origin().offset();
    topic.lose(raw -> raw.origin().offset() == lost);
    isRefused("the manifest closes {dense=", "and {dense=", "are there: some were lost");
  }

  @Test
  void missingPartThatNobodyCounted() {
    long lost = topic.newest("user#1:c").origin().offset();
    topic.lose(raw -> raw.origin().offset() == lost);
    changeManifest(manifest -> manifest.getRecords().merge("user", -1L, Long::sum));
    fitChecksum();
    isRefused("rows cannot be used", "part 1 of user:c is missing");
  }

  @Test
  void missingRecordThatNobodyCounted() {
    topic.lose(raw -> TopicInMemory.key(raw).endsWith(":c"));
    long parts = topic.newest("user#1:b").origin().offset();
    long users =
        topic.between(parts - 1, topic.newest("version:small:2").origin().offset()).stream()
            .filter(raw -> TopicInMemory.key(raw).startsWith("user"))
            .count();
    changeManifest(manifest -> manifest.getRecords().put("user", users));
    fitChecksum();
    isRefused("the model has 3 rows of table user, and 2 are there");
  }

  @Test
  void recordOfNobodyKnowsWhom() {
    topic.lose(raw -> raw.origin().offset() >= topic.newest("version:small:2").origin().offset());
    model.topic.add(
        new SnapshotEntry("user:x".getBytes(java.nio.charset.StandardCharsets.UTF_8), null));
    model.change(3, "c");
    read();
    assertThat(refusals).isNotEmpty();
    assertThat(model.isIn(store, 1, Map.of("a", 1L, "b", 1L))).isTrue();
  }

  @Test
  void gap() {
    long from = topic.newest("version:small:1").origin().offset() + 2;
    topic.lose(raw -> raw.origin().offset() >= from);
    model.change(3, "d");
    isRefused("version 3 changes version 2, which the topic does not have; use another version");
  }

  @Test
  void manifestWithoutRecords() {
    topic.lose(
        raw ->
            raw.origin().offset() > topic.newest("version:small:1").origin().offset() + 1
                && SnapshotKey.parse(raw.key()).isRow());
    isRefused("and {} are there");
  }

  @Test
  void unknownSchemaOfManifest() {
    for (String key : List.of("version:small:2", "manifest:small")) {
      RawRecord raw = topic.newest(key);
      byte[] value = raw.value().clone();
      value[5] ^= 1;
      topic.set(raw.origin().offset(), raw.key(), value);
    }
    isRefused("model-snapshots-0 at offset ", "unknown schema fingerprint");
  }

  @Test
  void unknownSchemaOfRow() {
    RawRecord raw = topic.newest("user:c");
    byte[] value = raw.value().clone();
    value[5] ^= 1;
    topic.set(raw.origin().offset(), raw.key(), value);
    fitChecksum();
    isRefused("model-snapshots-0 at offset ", "unknown schema fingerprint");
  }

  @Test
  void unknownEncoding() {
    changeRow("user:c", row -> row.setEncoding("fp4"));
    isRefused("the encoding 'fp4' is not known");
  }

  @Test
  void unknownEncodingInManifest() {
    changeManifest(manifest -> manifest.setEncoding("fp4"));
    isRefused("the encoding 'fp4' is not known");
  }

  @Test
  void unknownLayout() {
    changeRow("user:c", row -> row.setLayoutVersion(4711));
    isRefused("the layout version is 4711 instead of ");
  }

  @Test
  void unknownLayoutInManifest() {
    changeManifest(manifest -> manifest.setRowLayout(4711));
    isRefused("rowLayout is 4711", "use a reader of the job's release");
  }

  @Test
  void otherArm() {
    changeRow("user:c", row -> row.setArm("other"));
    isRefused("the arm is other instead of small");
  }

  @Test
  void otherRowThanItsKeySays() {
    changeRow("user:c", row -> row.setId("d"));
    isRefused("the key is user:c instead of user:d");
  }

  @Test
  void tooFewNumbers() {
    changeRow("user:c", row -> row.setValues(ByteBuffer.wrap(new byte[4])));
    isRefused("bytes where a row of this model has");
  }

  @Test
  void tooManyNumbers() {
    changeRow("user:c", row -> row.setValues(ByteBuffer.wrap(new byte[100_000])));
    isRefused("user:c has more than ", "found at least 100000");
  }

  @Test
  void numbersThatAreNotFinite() {
    byte[] nan = new byte[64];
    Arrays.fill(nan, (byte) 0xFF);
    changeRow("user:c", row -> row.setValues(ByteBuffer.wrap(nan)));
    isRefused("is not finite");
  }

  @Test
  void madeUpNumberOfParts() {
    changeRow("user:c", row -> row.setParts(Integer.MAX_VALUE));
    isRefused("rows cannot be used");
  }

  @Test
  void partBeyondTheLast() {
    changeRow("user:c", row -> row.setParts(-3));
    isRefused("part 0 of -3 of user:c");
  }

  @Test
  void truncatedRow() {
    RawRecord raw = topic.newest("user:c");
    topic.set(raw.origin().offset(), raw.key(), Arrays.copyOf(raw.value(), 30));
    fitChecksum();
    isRefused("truncated or corrupt SnapshotRecord");
  }

  @Test
  void madeUpLengthOfNumbers() {
    RawRecord raw = topic.newest("user:c");
    byte[] value = raw.value();
    // The length stands in front of the numbers: 64 as a zigzag number of two bytes.
    int at =
        new String(value, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\u0080\u0001");
    byte[] bomb = value.clone();
    bomb[at] = (byte) 0xFE;
    bomb[at + 1] = (byte) 0xFF;
    bomb[at + 2] = (byte) 0xFF;
    bomb[at + 3] = (byte) 0xFF;
    bomb[at + 4] = (byte) 0x0F;
    topic.set(raw.origin().offset(), raw.key(), bomb);
    fitChecksum();
    isRefused("truncated or corrupt SnapshotRecord");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "tasks: 3", "embedding: 3\nfoo: 1", "embedding: ${HOME}"})
  void specificationThatCannotBeRead(String text) {
    changeManifest(manifest -> manifest.setSpecification(text));
    isRefused("specification");
  }

  @Test
  void specificationOfAnotherModel() {
    changeManifest(
        manifest ->
            manifest.setSpecification(io.rivulet.config.yaml.YamlWriter.write(SmallModel.LARGER)));
    isRefused("the manifest names the tasks [like, stars], its specification [love, like, stars]");
  }

  @Test
  void specificationWithALongerEmbedding() {
    String text = io.rivulet.config.yaml.YamlWriter.write(SmallModel.SPEC);
    assertThat(text).startsWith("embedding: 3\n");
    changeManifest(manifest -> manifest.setSpecification(text.replaceFirst("3", "4")));
    isRefused("rowLayout is ");
  }

  @Test
  void keyThatIsNone() {
    topic.set(
        topic.newest("user:c").origin().offset(),
        new byte[] {1, 2, 3},
        topic.newest("user:c").value());
    isRefused("is none of a snapshot");
  }

  @Test
  void unknownTable() {
    changeManifest(manifest -> manifest.getTotals().put("advert", 5L));
    isRefused("no table is called 'advert'");
  }

  @Test
  void healsWithTheNextVersionIfItsRowsAreWhole() {
    changeManifest(manifest -> manifest.setChecksum(manifest.getChecksum() + 1));
    read();
    model.change(3, "b", "c");
    read();
    assertThat(model.isIn(store, 3, Map.of("a", 1L, "b", 3L, "c", 3L))).isTrue();
  }

  @Test
  void doesNotTakeRowsOfARefusedVersion() {
    changeManifest(manifest -> manifest.setChecksum(manifest.getChecksum() + 1));
    read();
    model.change(3, "d");
    read();
    assertThat(refusals).last().asString().contains("version 3", "version 2: the checksum is");
    assertThat(model.isIn(store, 1, Map.of("a", 1L, "b", 1L))).isTrue();
  }
}

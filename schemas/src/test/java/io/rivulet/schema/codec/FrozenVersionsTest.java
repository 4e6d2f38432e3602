package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the schemas in src/main/avro to what may already lie in the topics. */
final class FrozenVersionsTest {

  private static final Path CURRENT = Path.of("src/main/avro");
  private static final Path FROZEN = Path.of("src/main/resources/io/rivulet/schema/versions");
  private static final Path FIXTURES = Path.of("src/test/resources/io/rivulet/schema/versions");

  static List<SpecificRecord> records() {
    return TopicRecords.all();
  }

  @Test
  void everySchemaHasFrozenVersionsAndATestRecord() throws IOException {
    List<String> schemas =
        files(CURRENT).map(file -> file.replace(".avsc", "")).collect(Collectors.toList());
    assertThat(files(FROZEN)).containsExactlyInAnyOrderElementsOf(schemas);
    assertThat(records().stream().map(FrozenVersionsTest::name))
        .containsExactlyInAnyOrderElementsOf(schemas);
  }

  @ParameterizedTest
  @MethodSource("records")
  void versionsAreNumberedWithoutAGap(SpecificRecord record) throws IOException {
    List<SchemaVersion> versions = SchemaVersion.of(name(record));
    assertThat(files(FROZEN.resolve(name(record))))
        .containsExactlyInAnyOrderElementsOf(
            versions.stream().map(version -> "v" + version.number() + ".avsc").toList());
  }

  @ParameterizedTest
  @MethodSource("records")
  void theNewestVersionIsTheCurrentSchema(SpecificRecord record) throws IOException {
    List<SchemaVersion> versions = SchemaVersion.of(name(record));
    int next = versions.size() + 1;
    assertThat(versions.get(versions.size() - 1).schema())
        .as(
            "src/main/avro/%1$s.avsc was changed: freeze it, copy it to %2$s/v%3$d.avsc (never edit"
                + " a version that may have been used) and add v%3$d.hex and v%3$d.json to %4$s",
            name(record), FROZEN.resolve(name(record)), next, FIXTURES.resolve(name(record)))
        .isEqualTo(current(record));
  }

  @ParameterizedTest
  @MethodSource("records")
  void theCurrentSchemaReadsEveryVersion(SpecificRecord record) throws IOException {
    Schema current = current(record);
    for (SchemaVersion version : SchemaVersion.of(name(record))) {
      assertThat(Compatibility.faults(current, version.schema()))
          .as("%s: what was written with %s cannot be read any more", name(record), version)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void bytesOfEveryVersionDecodeToTheSameRecordForEver(SpecificRecord record)
      throws IOException, CodecException {
    AvroCodec<? extends SpecificRecord> codec = AvroCodec.of(record.getClass());
    for (SchemaVersion version : SchemaVersion.of(name(record))) {
      byte[] bytes = fixture(record, version);
      assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2))
          .isEqualTo(version.fingerprint());
      Path json = FIXTURES.resolve(name(record)).resolve("v" + version.number() + ".json");
      assertThat(codec.decode(bytes)).hasToString(Files.readString(json).strip());
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void theEncodingOfTheNewestVersionDoesNotChange(SpecificRecord record) throws IOException {
    List<SchemaVersion> versions = SchemaVersion.of(name(record));
    byte[] bytes = fixture(record, versions.get(versions.size() - 1));
    assertThat(HexFormat.of().formatHex(encode(record))).isEqualTo(HexFormat.of().formatHex(bytes));
  }

  private static <T extends SpecificRecord> byte[] encode(T record) {
    @SuppressWarnings("unchecked") // a record's class is the class of the records of its codec
    AvroCodec<T> codec = AvroCodec.of((Class<T>) record.getClass());
    return codec.encode(record);
  }

  private static byte[] fixture(SpecificRecord record, SchemaVersion version) throws IOException {
    Path hex = FIXTURES.resolve(name(record)).resolve("v" + version.number() + ".hex");
    return HexFormat.of().parseHex(Files.readString(hex).strip());
  }

  private static Schema current(SpecificRecord record) throws IOException {
    return new Schema.Parser().parse(CURRENT.resolve(name(record) + ".avsc").toFile());
  }

  private static String name(SpecificRecord record) {
    return record.getClass().getSimpleName();
  }

  private static Stream<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}

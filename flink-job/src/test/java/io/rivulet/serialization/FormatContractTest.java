package io.rivulet.serialization;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rivulet.serialization.FormatSamples.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format must keep, on samples of each. */
class FormatContractTest {
  static Stream<Sample<?>> samples() {
    return FormatSamples.all();
  }

  @Test
  void everyFormatHasASample() {
    Set<String> formats =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.rivulet")
                .stream()
                .filter(type -> type.isAssignableTo(RecordFormat.class) && !type.isInterface())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

    assertThat(samples().map(sample -> sample.format().getClass().getName()))
        .containsAll(formats)
        .hasSizeGreaterThan(formats.size());
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void whatIsWrittenIsReadAgain(Sample<T> sample) throws IOException {
    TypeSerializer<T> serializer = new RecordType<>(sample.format()).serializer();

    byte[] bytes = write(serializer, sample.value());

    assertSame(read(serializer, bytes), sample.value());
  }

  /**
   * A value that was written by any version so far is still read. A file that is there never
   * changes: a new form is a new version, with new files.
   */
  @ParameterizedTest
  @MethodSource("samples")
  <T> void everyVersionIsStillRead(Sample<T> sample) throws IOException {
    for (int version = sample.since(); version <= sample.format().version(); version++) {
      TypeSerializer<T> serializer =
          new RecordSerializerSnapshot<>(sample.format(), version).restoreSerializer();

      assertSame(read(serializer, fixture(sample, version)), sample.value());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void theWrittenFormIsThatOfItsVersion(Sample<T> sample) throws IOException {
    byte[] bytes = write(new RecordType<>(sample.format()).serializer(), sample.value());

    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(HexFormat.of().formatHex(fixture(sample, sample.format().version())));
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void aSerializerComesBackFromItsSnapshot(Sample<T> sample) throws IOException {
    TypeSerializer<T> serializer = new RecordType<>(sample.format()).serializer();
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());

    TypeSerializerSnapshot<T> snapshot =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(snapshot.restoreSerializer()).isEqualTo(serializer);
    assertThat(
            serializer
                .snapshotConfiguration()
                .resolveSchemaCompatibility(snapshot)
                .isCompatibleAsIs())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void bytesAreCopiedWithoutAChange(Sample<T> sample) throws IOException {
    TypeSerializer<T> serializer = new RecordType<>(sample.format()).serializer();
    byte[] bytes = write(serializer, sample.value());
    byte[] twice = Arrays.copyOf(bytes, bytes.length * 2);
    DataOutputSerializer out = new DataOutputSerializer(64);

    serializer.copy(new DataInputDeserializer(twice), out);

    assertThat(out.getCopyOfBuffer()).isEqualTo(bytes);
  }

  private static <T> byte[] write(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static <T> T read(TypeSerializer<T> serializer, byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    T value = serializer.deserialize(in);
    assertThat(in.available()).as("bytes left over").isZero();
    return value;
  }

  private static <T> byte[] fixture(Sample<T> sample, int version) throws IOException {
    String name = sample.name() + ".v" + version + ".hex";
    try (InputStream in = FormatContractTest.class.getResourceAsStream(name)) {
      if (in == null) {
        byte[] now = write(new RecordType<>(sample.format()).serializer(), sample.value());
        return fail(
            "The resource %s is missing; for a new version, commit what is written now: %s",
            name, HexFormat.of().formatHex(now));
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }
  }
}

package io.rivulet.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.config.yaml.YamlWriter;
import io.rivulet.domain.RawRecord;
import io.rivulet.fixture.SmallModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version whose manifest does not fit is refused, and the one before stays in use. */
class HostileManifestTest {
  private final HostileVersion version = new HostileVersion();

  @Test
  void wrongChecksum() {
    version.changeManifest(manifest -> manifest.setChecksum(manifest.getChecksum() + 1));
    version.isRefused(
        "version 2 (manifest at offset ",
        "the checksum is ",
        "publish a new version",
        "version 1 stays in use");
  }

  @Test
  void gap() {
    long from = version.topic.newest("version:small:1").origin().offset() + 2;
    version.topic.lose(raw -> raw.origin().offset() >= from);
    version.model.change(3, "d");
    version.isRefused(
        "version 3 changes version 2, which the topic does not have; use another version");
  }

  @Test
  void manifestWithoutRecords() {
    version.topic.lose(
        raw ->
            raw.origin().offset() > version.topic.newest("version:small:1").origin().offset() + 1
                && SnapshotKey.parse(raw.key()).isRow());
    version.isRefused("and {} are there");
  }

  @Test
  void unknownSchemaOfManifest() {
    for (String key : List.of("version:small:2", "manifest:small")) {
      RawRecord raw = version.topic.newest(key);
      byte[] value = raw.value().clone();
      value[5] ^= 1;
      version.topic.set(raw.origin().offset(), raw.key(), value);
    }
    version.isRefused("model-snapshots-0 at offset ", "unknown schema fingerprint");
  }

  @Test
  void unknownEncodingInManifest() {
    version.changeManifest(manifest -> manifest.setEncoding("fp4"));
    version.isRefused("the encoding 'fp4' is not known");
  }

  @Test
  void unknownLayoutInManifest() {
    version.changeManifest(manifest -> manifest.setRowLayout(4711));
    version.isRefused("rowLayout is 4711", "use a reader of the job's release");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "tasks: 3", "embedding: 3\nfoo: 1", "embedding: ${HOME}"})
  void specificationThatCannotBeRead(String text) {
    version.changeManifest(manifest -> manifest.setSpecification(text));
    version.isRefused("specification");
  }

  @Test
  void specificationOfAnotherModel() {
    version.changeManifest(
        manifest -> manifest.setSpecification(YamlWriter.write(SmallModel.SPEC)));
    version.isRefused(
        "the manifest names the tasks [love, like, stars], its specification [like, stars]");
  }

  @Test
  void specificationWithALongerEmbedding() {
    String text = YamlWriter.write(SmallModel.LARGER);
    assertThat(text).startsWith("embedding: 5\n");
    version.changeManifest(manifest -> manifest.setSpecification(text.replaceFirst("5", "6")));
    version.isRefused("rowLayout is ");
  }

  @Test
  void unknownTable() {
    version.changeManifest(manifest -> manifest.getTotals().put("advert", 5L));
    version.isRefused("no table is called 'advert'");
  }

  @Test
  void healsWithTheNextVersionIfItsRowsAreWhole() {
    version.changeManifest(manifest -> manifest.setChecksum(manifest.getChecksum() + 1));
    version.read();
    version.model.change(3, "b", "c");
    version.read();
    assertThat(version.model.isIn(version.store, 3, Map.of("a", 1L, "b", 3L, "c", 3L))).isTrue();
  }

  @Test
  void doesNotTakeRowsOfARefusedVersion() {
    version.changeManifest(manifest -> manifest.setChecksum(manifest.getChecksum() + 1));
    version.read();
    version.model.change(3, "d");
    version.read();
    assertThat(version.refusals)
        .last()
        .asString()
        .contains("version 3", "version 2: the checksum is");
    assertThat(version.model.isIn(version.store, 1, Map.of("a", 1L, "b", 1L))).isTrue();
  }
}

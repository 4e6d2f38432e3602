package io.rivulet.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.RawRecord;
import io.rivulet.fixture.SmallModel;
import io.rivulet.fixture.TopicInMemory;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.schema.SnapshotRecord;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A reader that uses version 1, and a version 2 of which anything can be made before it is read.
 */
final class HostileVersion {
  private static final AvroCodec<SnapshotRecord> ROWS = AvroCodec.of(SnapshotRecord.class);
  private static final AvroCodec<SnapshotManifest> MANIFESTS = AvroCodec.of(SnapshotManifest.class);

  final TopicInMemory topic = new TopicInMemory();
  final PublishedModel model = new PublishedModel(SmallModel.LARGER, topic, Encoding.FP32, 64);
  final MemoryModelStore store = new MemoryModelStore();
  final List<String> refusals = new ArrayList<>();
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

  HostileVersion() {
    model.whole(1, "a", "b");
    read();
    model.change(2, "b", "c");
  }

  /** Lets the reader take all that the topic has. */
  void read() {
    do {
      follower.poll();
    } while (topic.position() < topic.end());
  }

  /** The version 2 is refused for such a reason; the next whole version is taken again. */
  void isRefused(String... words) {
    read();
    assertThat(refusals).isNotEmpty();
    assertThat(refusals.get(0)).contains(words);
    assertThat(model.isIn(store, 1, Map.of("a", 1L, "b", 1L))).isTrue();

    model.whole(3, "a", "d");
    read();
    assertThat(model.isIn(store, 3, Map.of("a", 3L, "d", 3L))).isTrue();
  }

  /** Changes a record of version 2, and its checksum. */
  void changeRow(String key, Consumer<SnapshotRecord.Builder> change) {
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

  /** Changes the manifest of version 2. */
  void changeManifest(Consumer<SnapshotManifest.Builder> change) {
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
  void fitChecksum() {
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
}

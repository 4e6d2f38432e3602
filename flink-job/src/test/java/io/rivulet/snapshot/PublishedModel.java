package io.rivulet.snapshot;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.TopicInMemory;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.SnapshotPointer;
import io.rivulet.schema.codec.AvroCodec;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model whose versions go to a topic: each row holds numbers that only one version has. */
final class PublishedModel {
  static final String ARM = "small";

  final TopicInMemory topic;
  private final Map<Table, ParameterLayout> layouts = new EnumMap<>(Table.class);
  private final Map<Table, Map<String, Row>> rows = new EnumMap<>(Table.class);
  private final VersionWriter writer;
  private long newest;

  PublishedModel(LearnerSpec spec, TopicInMemory topic, Encoding encoding, int partBytes) {
    this.topic = topic;
    writer = new VersionWriter(ARM, spec, encoding, true, partBytes, topic::add);
    for (Table table : Table.values()) {
      layouts.put(table, table == Table.DENSE ? Layouts.dense(spec) : Layouts.rows(spec));
      rows.put(table, new HashMap<>());
    }
  }

  /** Publishes the whole model with these users. */
  void whole(long version, String... users) {
    newest = 0;
    rows.values().forEach(Map::clear);
    version(version, List.of(users), List.of());
  }

  /** Publishes a version that changes the one before. */
  void change(long version, String... users) {
    version(version, List.of(users), List.of());
  }

  /** Publishes a version in which some users are new, and some gone. */
  void version(long version, List<String> users, List<String> gone) {
    writer.begin(version, newest, version);
    put(Table.DENSE, ARM, version);
    put(Table.ITEM, "i", version);
    users.forEach(user -> put(Table.USER, user, version));
    for (String user : gone) {
      rows.get(Table.USER).remove(user);
      writer.row(Table.USER, user, null);
    }
    Map<Table, Long> totals = new EnumMap<>(Table.class);
    rows.forEach((table, ids) -> totals.put(table, (long) ids.size()));
    writer.close(
        new VersionFacts(
            version, Map.of("events-0", version), List.of(), Map.of(), totals, Map.of()));
    newest = version;
  }

  private void put(Table table, String id, long version) {
    Row row = row(table, id, version);
    rows.get(table).put(id, row);
    writer.row(table, id, row);
  }

  /** What a version writes as the row of an id. */
  Row row(Table table, String id, long version) {
    float[] values = layouts.get(table).initial(table.label(), id + version);
    return new Row(version, version, values);
  }

  /** Says which version is to be used. */
  void point(long version) {
    byte[] pointer =
        AvroCodec.of(SnapshotPointer.class)
            .encode(
                SnapshotPointer.newBuilder()
                    .setArm(ARM)
                    .setModelVersion(version)
                    .setMarkedAt(Instant.EPOCH)
                    .build());
    topic.add(new SnapshotEntry(SnapshotKey.ofCurrent(ARM).bytes(), pointer));
  }

  /** Whether a store holds a version: nothing of another one. */
  boolean isIn(ModelStore store, long version, Map<String, Long> users) {
    try (ModelStore.View view = store.view()) {
      boolean same = view.head().version() == version;
      same &= view.rows(Table.USER) == users.size();
      for (Map.Entry<String, Long> user : users.entrySet()) {
        StoredRow row = view.row(Table.USER, user.getKey());
        same &= row != null && row.count() == user.getValue();
      }
      return same
          && view.row(Table.DENSE, ARM).count() == version
          && view.row(Table.ITEM, "i").count() == version;
    }
  }
}

package io.rivulet.snapshot;

import io.rivulet.config.yaml.EnumNames;
import io.rivulet.config.yaml.YamlWriter;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.schema.SnapshotPointer;
import io.rivulet.schema.codec.AvroCodec;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes versions of a model as records, one version after the other: first its rows, then what
 * closes it. Not thread-safe.
 */
public final class VersionWriter {
  private final AvroCodec<SnapshotManifest> manifests = AvroCodec.of(SnapshotManifest.class);
  private final AvroCodec<SnapshotPointer> pointers = AvroCodec.of(SnapshotPointer.class);
  private final String arm;
  private final LearnerSpec spec;
  private final String specification;
  private final Encoding encoding;
  private final boolean slots;
  private final RowWriter rows;
  private final Consumer<SnapshotEntry> target;
  private final int rowLayout;
  private final int denseLayout;
  private final Map<String, Long> records = new TreeMap<>();
  private Checksum checksum = new Checksum();
  private long version;
  private long previous;

  /**
   * A writer for the versions of an arm.
   *
   * @param encoding that of users' and items' rows
   * @param slots whether optimiser slots are written
   * @param partBytes most bytes of numbers in one record
   * @param target gets the records in the order in which they are to be published
   */
  public VersionWriter(
      String arm,
      LearnerSpec spec,
      Encoding encoding,
      boolean slots,
      int partBytes,
      Consumer<SnapshotEntry> target) {
    this.arm = arm;
    this.spec = spec;
    specification = YamlWriter.write(spec);
    this.encoding = encoding;
    this.slots = slots;
    this.target = target;
    rows = new RowWriter(arm, spec, encoding, slots, partBytes);
    rowLayout = Layouts.rows(spec).version();
    denseLayout = Layouts.dense(spec).version();
  }

  /**
   * Begins a version.
   *
   * @param onTopOf the version whose model the rows to come change; 0 if they are the whole model
   */
  public void begin(long number, long onTopOf, long now) {
    version = number;
    previous = onTopOf;
    records.clear();
    checksum = new Checksum();
    if (previous == 0) {
      byte[] base =
          pointers.encode(
              SnapshotPointer.newBuilder()
                  .setArm(arm)
                  .setModelVersion(version)
                  .setMarkedAt(Instant.ofEpochMilli(now))
                  .setReason("the whole model follows")
                  .build());
      target.accept(new SnapshotEntry(SnapshotKey.ofBase(arm).bytes(), base));
    }
  }

  /** Writes a row, or that it was dropped if it is null; each id at most once in a version. */
  public void row(Table table, String id, Row row) {
    rows.write(
        table,
        id,
        row,
        version,
        entry -> {
          checksum.add(entry.key(), entry.value());
          records.merge(table.label(), 1L, Long::sum);
          target.accept(entry);
        });
  }

  /** Strikes a version out of the list of those that can be found. */
  public void unlist(long old) {
    target.accept(new SnapshotEntry(SnapshotKey.ofVersion(arm, old).bytes(), null));
  }

  /** Closes the version. */
  public void close(VersionFacts facts) {
    byte[] manifest = manifests.encode(manifest(facts));
    target.accept(new SnapshotEntry(SnapshotKey.ofVersion(arm, version).bytes(), manifest));
    target.accept(new SnapshotEntry(SnapshotKey.ofManifest(arm).bytes(), manifest));
  }

  private SnapshotManifest manifest(VersionFacts facts) {
    Map<String, Long> totals = new TreeMap<>();
    facts.totals().forEach((table, rowCount) -> totals.put(table.label(), rowCount));
    return SnapshotManifest.newBuilder()
        .setArm(arm)
        .setModelVersion(version)
        .setCreatedAt(Instant.ofEpochMilli(facts.createdAt()))
        .setArchitecture(EnumNames.of(spec.architecture().type()))
        .setTasks(spec.tasks().stream().map(TaskSpec::name).toList())
        .setTaskWeights(facts.taskWeights().stream().map(Double::floatValue).toList())
        .setSourceOffsets(facts.offsets())
        .setRecords(new TreeMap<>(records))
        .setChecksum(checksum.value())
        .setMetrics(facts.metrics())
        .setPreviousVersion(previous)
        .setSpecification(specification)
        .setRowLayout(rowLayout)
        .setDenseLayout(denseLayout)
        .setEncoding(encoding.label())
        .setOptimizerSlots(slots)
        .setTotals(totals)
        .setScoreError(facts.scoreError())
        .build();
  }
}

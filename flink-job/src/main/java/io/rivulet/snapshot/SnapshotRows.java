package io.rivulet.snapshot;

import io.rivulet.domain.RawRecord;
import io.rivulet.domain.Table;
import io.rivulet.schema.SnapshotRecord;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Brings records of rows into an update, part by part. A row that cannot be read is no harm as long
 * as a later record takes its place: that is asked for in the end.
 */
final class SnapshotRows {
  /** So many unreadable rows are remembered with their own message. */
  private static final int MESSAGES = 16;

  private final AvroCodec<SnapshotRecord> codec = AvroCodec.of(SnapshotRecord.class);
  private final ModelDefinition model;
  private final String arm;
  private final ModelStore.Update target;

  /** By key of the first part: rows that cannot be used as they stand. */
  private final Map<String, String> unusable = new LinkedHashMap<>();

  /** Rows put since the last {@link #close}. */
  private final Set<String> put = new HashSet<>();

  private long newest;
  private SnapshotKey open;
  private SnapshotRecord first;
  private int nextPart;
  private ByteArrayOutputStream gathered;

  SnapshotRows(ModelDefinition model, String arm, ModelStore.Update target) {
    this.model = model;
    this.arm = arm;
    this.target = target;
  }

  /** Takes the record of a part of a row, or that a row was dropped. */
  void add(SnapshotKey key, RawRecord raw) {
    SnapshotKey row = new SnapshotKey(key.kind(), 0, key.id());
    try {
      Table table = Table.ofLabel(key.kind());
      if (raw.value() == null) {
        target.remove(table, key.id());
        settled(row);
        return;
      }
      SnapshotRecord record = codec.decode(raw.value());
      forgetWhatWasBefore(record);
      check(key, record);
      gather(table, key, row, record);
    } catch (CodecException | IllegalArgumentException e) {
      refuse(row.toString(), SnapshotException.place(raw.origin()) + ": " + e.getMessage());
    }
  }

  /** Numbers of versions only grow, until a job that knows nothing begins to write. */
  private void forgetWhatWasBefore(SnapshotRecord record) {
    if (record.getModelVersion() < newest) {
      target.clear();
      unusable.clear();
      put.clear();
      open = null;
    }
    newest = record.getModelVersion();
  }

  private void check(SnapshotKey key, SnapshotRecord record) {
    expect("the key", key, SnapshotRows.key(record));
    expect("the arm", record.getArm(), arm);
    int layout = model.layout(Table.ofLabel(key.kind())).version();
    expect("the layout version", record.getLayoutVersion(), layout);
    if (record.getPart() >= record.getParts()) {
      throw new IllegalArgumentException(
          "part " + record.getPart() + " of " + record.getParts() + " of " + key);
    }
  }

  private static String key(SnapshotRecord record) {
    String part = record.getPart() == 0 ? "" : "#" + record.getPart();
    return record.getTable() + part + ":" + record.getId();
  }

  private static void expect(String what, Object found, Object expected) {
    if (!found.toString().equals(expected.toString())) {
      throw new IllegalArgumentException(what + " is " + found + " instead of " + expected);
    }
  }

  private void gather(Table table, SnapshotKey key, SnapshotKey row, SnapshotRecord record) {
    Encoding encoding = Encoding.ofLabel(record.getEncoding());
    RowCoder coder = model.coder(table, encoding, record.getSlots());
    ByteBuffer values = record.getValues();
    if (record.getPart() == 0) {
      open = row;
      first = record;
      nextPart = 0;
      gathered = new ByteArrayOutputStream(Math.min(values.remaining(), coder.bytes()));
    } else if (!continues(row, record)) {
      unusable.putIfAbsent(row.toString(), "the parts before " + key + " are missing");
      open = null;
      return;
    }
    if (gathered.size() + values.remaining() > coder.bytes()) {
      throw new IllegalArgumentException(
          key
              + " has more than "
              + coder.bytes()
              + " bytes, the length of a row of this model: found at least "
              + (gathered.size() + values.remaining()));
    }
    gathered.write(values.array(), values.arrayOffset() + values.position(), values.remaining());
    nextPart++;
    if (nextPart < record.getParts()) {
      unusable.put(row.toString(), "part " + nextPart + " of " + row + " is missing");
      return;
    }
    open = null;
    byte[] numbers = gathered.toByteArray();
    coder.decode(numbers, model.layout(table).initial(table.label(), key.id()));
    target.put(
        table,
        key.id(),
        new StoredRow(
            encoding,
            record.getSlots(),
            record.getCount(),
            record.getLastSeen().toEpochMilli(),
            numbers));
    settled(row);
  }

  private boolean continues(SnapshotKey row, SnapshotRecord record) {
    return row.equals(open)
        && record.getPart() == nextPart
        && record.getParts() == first.getParts()
        && record.getModelVersion() == first.getModelVersion();
  }

  private void settled(SnapshotKey row) {
    unusable.remove(row.toString());
    put.add(row.toString());
  }

  /** Ends a version; if there is a problem with it, its rows have to be written again. */
  void close(String problem) {
    if (problem != null) {
      put.forEach(row -> refuse(row, problem));
    }
    put.clear();
    open = null;
  }

  private void refuse(String row, String problem) {
    open = null;
    unusable.put(row, unusable.size() < MESSAGES ? problem : "more of the same");
  }

  /**
   * Asks for all rows to be whole.
   *
   * @throws SnapshotException if one is not
   */
  void check() throws SnapshotException {
    if (!unusable.isEmpty()) {
      throw new SnapshotException(
          unusable.size()
              + " rows cannot be used, among them: "
              + unusable.values().iterator().next());
    }
  }
}

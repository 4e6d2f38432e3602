package io.rivulet.snapshot;

import io.rivulet.domain.Table;
import java.nio.charset.StandardCharsets;

/**
 * A key of the topic: {@code table:id}, {@code table#n:id} for the n-th further part of a row too
 * long for one record, {@code version:arm:n} and {@code manifest:arm} for what closes a version,
 * {@code current:arm} for the pointer, {@code base:arm} for where an arm's model begins: what lies
 * before that record is no part of the versions behind it.
 *
 * @param kind what the record is
 * @param part which part of the row, 0 for the first or only one
 * @param id the row's id, or the arm; for a version the arm, a colon and the number
 */
public record SnapshotKey(String kind, int part, String id) {
  /** Kind of the record that closes a version. */
  public static final String MANIFEST = "manifest";

  /** Kind of the record by which a version is found later. */
  public static final String VERSION = "version";

  /** Kind of the record that says which version counts. */
  public static final String CURRENT = "current";

  /** Kind of the record in front of the rows of a version that holds the whole model. */
  public static final String BASE = "base";

  /** The key of a part of a row. */
  public static SnapshotKey ofRow(Table table, String id, int part) {
    return new SnapshotKey(table.label(), part, id);
  }

  /** The key of an arm's newest manifest. */
  public static SnapshotKey ofManifest(String arm) {
    return new SnapshotKey(MANIFEST, 0, arm);
  }

  /** The key under which a version's manifest is found later. */
  public static SnapshotKey ofVersion(String arm, long version) {
    return new SnapshotKey(VERSION, 0, arm + ":" + version);
  }

  /** The key of an arm's pointer. */
  public static SnapshotKey ofCurrent(String arm) {
    return new SnapshotKey(CURRENT, 0, arm);
  }

  /** The key of the record in front of an arm's newest version that holds the whole model. */
  public static SnapshotKey ofBase(String arm) {
    return new SnapshotKey(BASE, 0, arm);
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static SnapshotKey parse(byte[] key) {
    String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
    int colon = text.indexOf(':');
    int hash = text.indexOf('#');
    boolean parted = hash >= 0 && hash < colon;
    String part = parted ? text.substring(hash + 1, colon) : "0";
    if (colon <= 0 || !part.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "the key '" + text + "' is none of a snapshot: table:id, or table#part:id");
    }
    return new SnapshotKey(
        text.substring(0, parted ? hash : colon),
        Integer.parseInt(part),
        text.substring(colon + 1));
  }

  /** Reads a key; null if it is none. */
  static SnapshotKey find(byte[] key) {
    try {
      return parse(key);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether this is part of a row, and not about versions. */
  public boolean isRow() {
    return !kind.equals(MANIFEST)
        && !kind.equals(VERSION)
        && !kind.equals(CURRENT)
        && !kind.equals(BASE);
  }

  /** The key as it lies in the topic. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return part == 0 ? kind + ":" + id : kind + "#" + part + ":" + id;
  }
}

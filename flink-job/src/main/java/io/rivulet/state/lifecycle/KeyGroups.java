package io.rivulet.state.lifecycle;

/** Which part of a table is here: tables are divided into key groups, never smaller. */
public interface KeyGroups {
  /** Number of key groups of the whole table. */
  int total();

  /** Number of the first key group that is here. */
  int first();

  /** Number of the last key group that is here, inclusive. */
  int last();

  /** The key group of an id. */
  int of(String id);

  /** Whether a key group is here. */
  default boolean holds(int keyGroup) {
    return first() <= keyGroup && keyGroup <= last();
  }
}

package io.rivulet.state.lifecycle;

/** Where the queues of rows are kept: a numbered place for each row. */
public interface QueueStore {
  /** What is at a place, which is taken. */
  Sighting get(int keyGroup, long place);

  /** Takes a place. */
  void put(int keyGroup, long place, Sighting sighting);

  /** Frees a place. */
  void remove(int keyGroup, long place);

  /** Frees all places of a key group. */
  void clear(int keyGroup);
}

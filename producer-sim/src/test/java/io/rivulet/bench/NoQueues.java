package io.rivulet.bench;

import io.rivulet.state.lifecycle.QueueStore;
import io.rivulet.state.lifecycle.Sighting;

/** The queues of rows that are kept for ever: nobody asks for one. */
final class NoQueues implements QueueStore {
  private static final String UNLIMITED = "rows without limits have no queue";

  @Override
  public Sighting get(int keyGroup, long place) {
    throw new IllegalStateException(UNLIMITED);
  }

  @Override
  public void put(int keyGroup, long place, Sighting sighting) {
    throw new IllegalStateException(UNLIMITED);
  }

  @Override
  public void remove(int keyGroup, long place) {
    throw new IllegalStateException(UNLIMITED);
  }

  @Override
  public void clear(int keyGroup) {}
}

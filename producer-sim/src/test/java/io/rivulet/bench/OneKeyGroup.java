package io.rivulet.bench;

import io.rivulet.state.lifecycle.KeyGroups;

/** A table that is all here. */
record OneKeyGroup() implements KeyGroups {
  @Override
  public int total() {
    return 1;
  }

  @Override
  public int first() {
    return 0;
  }

  @Override
  public int last() {
    return 0;
  }

  @Override
  public int of(String id) {
    return 0;
  }
}

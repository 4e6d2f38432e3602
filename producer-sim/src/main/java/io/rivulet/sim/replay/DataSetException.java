package io.rivulet.sim.replay;

import java.io.IOException;

/** A folder or file that cannot be replayed at all. Tells what was found and what is needed. */
public final class DataSetException extends IOException {
  private static final long serialVersionUID = 1L;

  DataSetException(String message) {
    super(message);
  }
}

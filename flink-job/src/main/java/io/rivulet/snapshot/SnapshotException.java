package io.rivulet.snapshot;

import io.rivulet.domain.Origin;

/**
 * Why a version is not used: the message says what was found, where, and what to do. The version
 * that was in use stays.
 */
public final class SnapshotException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A refusal with all that is to be said. */
  public SnapshotException(String message) {
    super(message);
  }

  /** A refusal of what was read at a place. */
  SnapshotException(Origin origin, String message) {
    super(place(origin) + ": " + message);
  }

  static String place(Origin origin) {
    return origin.topic() + "-" + origin.partition() + " at offset " + origin.offset();
  }
}

package io.rivulet.sim.replay;

/** One line that cannot be used; the message says why, for a report that names file and line. */
final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedLineException(String reason) {
    super(reason);
  }
}

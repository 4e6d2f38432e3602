package io.rivulet.domain;

/** A record that cannot be used. The message is the reason that goes to dead-letters. */
public final class BadRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates the error with a reason for a person to read. */
  public BadRecordException(String reason) {
    super(reason);
  }
}

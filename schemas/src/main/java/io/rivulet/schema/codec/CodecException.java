package io.rivulet.schema.codec;

/** Bytes that are not a record; the message says what was found and what to do. */
public final class CodecException extends Exception {

  private static final long serialVersionUID = 1L;

  CodecException(String message) {
    super(message);
  }

  CodecException(String message, Throwable cause) {
    super(message, cause);
  }
}

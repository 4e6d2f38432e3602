package io.rivulet.schema.codec;

/** Bytes that do not have the layout of their schema; the message begins with the field's path. */
final class LayoutException extends Exception {

  private static final long serialVersionUID = 1L;

  LayoutException(String message) {
    super(message, null, false, false);
  }
}

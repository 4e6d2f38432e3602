package io.rivulet.security;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Errors as they would be printed. */
final class Texts {
  private Texts() {}

  /** The stack trace with all causes. */
  static String of(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

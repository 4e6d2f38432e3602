package io.rivulet.sim.replay;

import java.util.Locale;
import java.util.function.Consumer;

/** Counts malformed lines, and reports the first ones in full. */
final class MalformedLines {
  private static final int REPORTED_IN_FULL = 10;
  private static final int LONGEST_QUOTE = 120;

  private final Consumer<String> messages;
  private long count;

  MalformedLines(Consumer<String> messages) {
    this.messages = messages;
  }

  void add(String file, long lineNumber, String line, String reason) {
    count++;
    if (count <= REPORTED_IN_FULL) {
      String quote = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
      messages.accept(
          "%s:%d: line left out: %s; found '%s'".formatted(file, lineNumber, reason, quote));
    }
  }

  long count() {
    return count;
  }

  /** Says how many lines were left out beyond those reported in full. */
  void close() {
    if (count > REPORTED_IN_FULL) {
      messages.accept(
          String.format(
              Locale.ROOT,
              "%,d malformed lines left out in all; the first %d are listed above",
              count,
              REPORTED_IN_FULL));
    }
  }
}

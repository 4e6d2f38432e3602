package io.rivulet.sim.replay;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines into fields and reads them. */
final class Fields {
  private static final int LONGEST_ID = 256;
  private static final long LAST_SECOND = 0xffffffffL;

  private Fields() {}

  /** Cuts a line at a separator. */
  static List<String> split(String line, String separator) {
    List<String> fields = new ArrayList<>(4);
    int start = 0;
    for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
      fields.add(line.substring(start, end));
      start = end + separator.length();
    }
    fields.add(line.substring(start));
    return fields;
  }

  /** Cuts a line of comma separated values; a quoted value may hold commas and doubled quotes. */
  static List<String> splitQuoted(String line) throws MalformedLineException {
    List<String> fields = new ArrayList<>(4);
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new MalformedLineException("a quote is not closed");
    }
    fields.add(field.toString());
    return fields;
  }

  static void expect(List<String> fields, int count, String names) throws MalformedLineException {
    if (fields.size() != count) {
      throw new MalformedLineException(
          "%d fields instead of %d (%s)".formatted(fields.size(), count, names));
    }
  }

  static String id(String name, String field) throws MalformedLineException {
    if (field.isBlank() || field.length() > LONGEST_ID) {
      throw new MalformedLineException(name + " must have 1 to " + LONGEST_ID + " characters");
    }
    return field;
  }

  static double rating(String field) throws MalformedLineException {
    try {
      double rating = Double.parseDouble(field);
      if (Double.isFinite(rating)) {
        return rating;
      }
    } catch (NumberFormatException e) {
      // Told below: a number that is not finite is as useless as no number.
    }
    throw new MalformedLineException("rating '" + field + "' is not a finite number");
  }

  /** Seconds since 1970 as an unsigned int. */
  static int timestamp(String field) throws MalformedLineException {
    try {
      long seconds = Long.parseLong(field);
      if (seconds >= 0 && seconds <= LAST_SECOND) {
        return (int) seconds;
      }
    } catch (NumberFormatException e) {
      // Told below, together with numbers out of range.
    }
    throw new MalformedLineException(
        "timestamp '" + field + "' is not a whole number of seconds from 0 to " + LAST_SECOND);
  }
}

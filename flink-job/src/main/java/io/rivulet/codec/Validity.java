package io.rivulet.codec;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.RawRecord;
import java.util.Map;

/** The checks that all decoders share. */
final class Validity {
  private static final int ID_LIMIT = 256;

  private Validity() {}

  /** The record's value, or the reason why it cannot be looked at. */
  static byte[] value(RawRecord raw, int maxBytes) throws BadRecordException {
    byte[] value = raw.value();
    if (value == null) {
      throw new BadRecordException("the record has no value; send an Avro record");
    }
    if (value.length > maxBytes) {
      throw new BadRecordException(
          "the record has "
              + value.length
              + " bytes, more than kafka.maxRecordBytes = "
              + maxBytes
              + "; send less, or raise the limit");
    }
    return value;
  }

  static void id(String field, String found) throws BadRecordException {
    if (found.isBlank()) {
      throw new BadRecordException(field + " is missing: found '" + found + "'; send an id");
    }
    if (found.length() > ID_LIMIT) {
      throw new BadRecordException(
          field + " has " + found.length() + " characters; at most " + ID_LIMIT + " are allowed");
    }
  }

  /** Checks each number of a map. */
  static void finite(String field, Map<String, Double> found) throws BadRecordException {
    for (Map.Entry<String, Double> entry : found.entrySet()) {
      double number = entry.getValue();
      // To put the name together for every number costs more than to look at it.
      if (!Double.isFinite(number)) {
        finite(field + "." + entry.getKey(), number);
      }
    }
  }

  static void finite(String field, double found) throws BadRecordException {
    if (!Double.isFinite(found)) {
      throw new BadRecordException(
          field + " is " + found + "; send a finite number, or leave it out");
    }
  }
}

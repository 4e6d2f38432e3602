package io.rivulet.schema.codec;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Whether records written with one schema can be read with another. */
final class Compatibility {

  private Compatibility() {}

  /** What keeps the reader from reading the writer's records, by Avro's rules; empty if nothing. */
  static List<String> faults(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(fault -> fault.getType() + " at " + fault.getLocation() + ": " + fault.getMessage())
        .toList();
  }
}

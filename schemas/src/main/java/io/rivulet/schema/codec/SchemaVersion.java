package io.rivulet.schema.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * A frozen version of a record's schema: records in a topic may have been written by it.
 *
 * @param number counts from 1
 * @param schema the schema, never changed once published
 * @param fingerprint its CRC-64-AVRO fingerprint, which each record carries
 */
record SchemaVersion(int number, Schema schema, long fingerprint) {

  private static final String FOLDER = "/io/rivulet/schema/versions/";

  /**
   * All frozen versions of a record, oldest first: v1.avsc, v2.avsc and so on, up to the first
   * number that is missing.
   *
   * @param record the record's simple name
   * @throws IllegalArgumentException if the record has no frozen version
   */
  static List<SchemaVersion> of(String record) {
    List<SchemaVersion> versions = new ArrayList<>();
    for (int number = 1; ; number++) {
      String resource = FOLDER + record + "/v" + number + ".avsc";
      try (InputStream file = SchemaVersion.class.getResourceAsStream(resource)) {
        if (file == null) {
          break;
        }
        Schema schema = new Schema.Parser().parse(file);
        long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
        versions.add(new SchemaVersion(number, schema, fingerprint));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the schema " + resource, e);
      }
    }
    if (versions.isEmpty()) {
      throw new IllegalArgumentException(
          record
              + " is not the record of a topic: "
              + sourceFolder(record)
              + "/v1.avsc is missing");
    }
    return List.copyOf(versions);
  }

  /** Where the versions of a record are kept in the source tree, for messages. */
  static String sourceFolder(String record) {
    return "schemas/src/main/resources" + FOLDER + record;
  }

  @Override
  public String toString() {
    return "v%d (0x%016x)".formatted(number, fingerprint);
  }
}

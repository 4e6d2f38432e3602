package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Proves on made-up changes that the check of the frozen versions finds what it must find. */
final class CompatibilityTest {

  private static final String ID = "{\"name\": \"id\", \"type\": \"string\"}";
  private static final String COUNT = "{\"name\": \"count\", \"type\": \"int\"}";

  private final Schema before = record(ID, COUNT);

  @Test
  void aNewFieldNeedsADefault() {
    assertFault(
        record(ID, COUNT, "{\"name\": \"arm\", \"type\": \"string\"}"),
        "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/2: arm");
    assertNoFault(
        record(ID, COUNT, "{\"name\": \"arm\", \"type\": \"string\", \"default\": \"\"}"));
  }

  @Test
  void aTypeMayOnlyBeWidened() {
    assertFault(record(ID, COUNT.replace("int", "string")), "TYPE_MISMATCH at /fields/1/type");
    assertNoFault(record(ID, COUNT.replace("int", "long")));
  }

  @Test
  void aNewNameIsANewField() {
    assertFault(record(ID, COUNT.replace("count", "total")), "MISSING_DEFAULT_VALUE at /fields/1");
  }

  @Test
  void anOptionalFieldMayNotBecomeMandatory() {
    Schema optional = record(ID, COUNT.replace("\"int\"", "[\"null\", \"int\"]"));
    assertThat(Compatibility.faults(before, optional)).isNotEmpty();
    assertNoFault(optional);
  }

  @Test
  void theOtherDirectionIsAnotherQuestion() {
    Schema shorter = record(ID);
    assertNoFault(shorter);
    assertThat(Compatibility.faults(before, shorter)).isNotEmpty();
  }

  private void assertFault(Schema after, String fault) {
    assertThat(Compatibility.faults(after, before)).singleElement().asString().contains(fault);
  }

  private void assertNoFault(Schema after) {
    assertThat(Compatibility.faults(after, before)).isEmpty();
  }

  private static Schema record(String... fields) {
    return new Schema.Parser()
        .parse(
            "{\"type\": \"record\", \"name\": \"Made\", \"fields\": ["
                + String.join(",", List.of(fields))
                + "]}");
  }
}

package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SchemaDocumentationTest {

  static List<SpecificRecord> records() {
    return TopicRecords.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordAndFieldSaysWhatItMeans(SpecificRecord record) {
    assertThat(undocumented(record.getSchema())).isEmpty();
  }

  @Test
  void whatHasNoDocumentationIsFound() {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Outer", "doc": "An outer record.", "fields": [
                  {"name": "told", "type": "int", "doc": "A number."},
                  {"name": "untold", "type": "int"},
                  {"name": "parts", "doc": "Its parts.", "type": {"type": "array", "items":
                    {"type": "record", "name": "Part", "fields": []}}}]}
                """);
    assertThat(undocumented(schema)).containsExactly("Outer.untold", "Part");
  }

  private static List<String> undocumented(Schema schema) {
    List<String> found = new ArrayList<>();
    collect(schema, found);
    return found;
  }

  private static void collect(Schema schema, List<String> found) {
    switch (schema.getType()) {
      case RECORD -> {
        addIfBlank(schema.getDoc(), schema.getName(), found);
        for (Schema.Field field : schema.getFields()) {
          addIfBlank(field.doc(), schema.getName() + "." + field.name(), found);
          collect(field.schema(), found);
        }
      }
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
      default -> {}
    }
  }

  private static void addIfBlank(String documentation, String name, List<String> found) {
    if (documentation == null || documentation.isBlank()) {
      found.add(name);
    }
  }
}

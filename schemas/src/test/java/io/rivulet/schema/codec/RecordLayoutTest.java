package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The parts of Avro's binary form that the schemas of today do not use, or Java does not write. */
final class RecordLayoutTest {

  private final RecordLayout layout =
      new RecordLayout(
          new Schema.Parser()
              .parse(
                  """
                  {"type": "record", "name": "Made", "fields": [
                    {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["A", "B"]}},
                    {"name": "hash", "type": {"type": "fixed", "name": "Hash", "size": 2}},
                    {"name": "flag", "type": "boolean"},
                    {"name": "number", "type": ["null", "int"]},
                    {"name": "numbers", "type": {"type": "array", "items": "long"}}]}
                  """));

  @Test
  void everyKindOfFieldIsFollowed() {
    assertFits("02 aabb 01 00 00");
    assertFits("00 aabb 00 02 feffffff0f 00");
  }

  @Test
  void arraysMayComeInBlocksThatHaveASize() {
    assertFits("00 aabb 00 00 03 04 0204 02 06 00");
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertRefused("04 aabb 01 00 00", "kind: index 2 before byte 1, where 0 to 1 can be");
    assertRefused("01 aabb 01 00 00", "kind: index -1");
    assertRefused("00 aabb 02 00 00", "flag: boolean 2");
    assertRefused("00 aabb 01 04 00", "number: index 2");
    assertRefused("00 aabb 01 02 ffffffffff0f 00", "number: int before byte 10 has more than 5");
  }

  @Test
  void whatIsCutShortIsRefused() {
    assertRefused("02 aa", "hash: fixed of 2 bytes at byte 1, where 1 bytes are left");
    assertRefused("02 aabb 01 00 04 02", "numbers: 2 entries before byte 6");
  }

  private void assertFits(String hex) {
    assertThatCode(() -> check(hex)).doesNotThrowAnyException();
  }

  private void assertRefused(String hex, String message) {
    assertThatThrownBy(() -> check(hex))
        .isInstanceOf(LayoutException.class)
        .hasMessageContaining(message);
  }

  private void check(String hex) throws LayoutException {
    layout.check(HexFormat.of().parseHex(hex.replace(" ", "")), 0);
  }
}

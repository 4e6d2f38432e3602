package io.rivulet.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FamiliarTextsTest {
  private final FamiliarTexts familiar = new FamiliarTexts();

  @Test
  void aTextIsFoundInsideOfOtherBytes() {
    add("phone");

    assertThat(find("a phone!", 2, 7)).isEqualTo("phone");
    assertThat(find("a phone!", 2, 6)).isNull();
    assertThat(find("a phony!", 2, 7)).isNull();
  }

  @Test
  void theEmptyTextIsOne() {
    add("");

    assertThat(find("x", 1, 1)).isEmpty();
  }

  @Test
  void aLongTextIsNotKept() {
    String text = "a".repeat(1_000);
    add(text);

    assertThat(find(text, 0, text.length())).isNull();
  }

  /** However many texts come, what is found is what was looked for. */
  @Test
  void noTextIsTakenForAnother() {
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      add("text " + i);
      String text = "text " + i / 2;
      String known = find(text, 0, text.length());
      if (known != null) {
        assertThat(known).isEqualTo(text);
        found++;
      }
    }
    assertThat(found).isBetween(1, 10_000);
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    familiar.add(text, bytes, 0, bytes.length);
  }

  private String find(String bytes, int start, int end) {
    return familiar.find(bytes.getBytes(StandardCharsets.UTF_8), start, end);
  }
}

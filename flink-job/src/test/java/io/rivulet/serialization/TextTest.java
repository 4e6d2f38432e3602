package io.rivulet.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.StringValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  private static final int[] LENGTHS = {1, 5, 126, 127, 128, 3_000, 20_000};

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "user-17", "\u007f", "\u0080", "naïve", "Größe", "東京", "a\uD83D\uDE00b"})
  void readsWhatFlinkWrites(String text) throws IOException {
    assertThat(readBack(text)).isEqualTo(text);
  }

  @Test
  void readsWhatFlinkWritesOfAnyCharsAndLength() throws IOException {
    Random random = new Random(7);
    for (int most : new int[] {0x7F, 0xFF, 0x4000, 0xFFFF}) {
      for (int length : LENGTHS) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
          text.append((char) random.nextInt(most + 1));
        }
        assertThat(readBack(text.toString())).isEqualTo(text.toString());
      }
    }
  }

  @Test
  void whatIsCutOffIsAnError() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    StringValue.writeString("überlang", out);
    byte[] bytes = out.getCopyOfBuffer();

    for (int length = 0; length < bytes.length; length++) {
      DataInputDeserializer in = new DataInputDeserializer(bytes, 0, length);
      assertThatThrownBy(() -> Text.read(in)).isInstanceOf(EOFException.class);
    }
  }

  /** With something behind it, which stays. */
  private static String readBack(String text) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    StringValue.writeString(text, out);
    out.writeInt(42);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    String read = Text.read(in);
    assertThat(in.readInt()).isEqualTo(42);
    return read;
  }
}

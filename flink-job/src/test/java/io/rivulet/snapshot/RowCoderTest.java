package io.rivulet.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.Specs;
import io.rivulet.learner.layout.Role;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowCoderTest {
  private static final LearnerSpec SPEC =
      Specs.learner(
          List.of(
              Specs.binary("like", 4),
              Specs.multiclass("genre", "item.genre", List.of("a", "b", "c", "d", "e"))),
          List.of());
  private final ParameterLayout layout = Layouts.rows(SPEC);
  private final float[] row = row();

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void losesNoMoreThanTheEncodingMust(Encoding encoding) {
    RowCoder coder = new RowCoder(layout, encoding, true);
    byte[] bytes = coder.encode(row);
    float[] read = new float[row.length];
    coder.decode(bytes, read);

    assertThat(bytes).hasSize(coder.bytes());
    int at = 0;
    for (Segment segment : layout.segments()) {
      double largest = 0;
      for (int i = at; i < at + segment.length(); i++) {
        largest = Math.max(largest, Math.abs(row[i]));
      }
      for (int i = at; i < at + segment.length(); i++) {
        assertThat((double) read[i])
            .as("%s in %s", segment.name(), encoding)
            .isCloseTo(row[i], within(allowed(encoding, segment, largest, row[i])));
      }
      at += segment.length();
    }
  }

  @Test
  void packsWeightsSmaller() {
    int full = new RowCoder(layout, Encoding.FP32, false).bytes();
    assertThat(new RowCoder(layout, Encoding.FP16, false).bytes()).isLessThan(full);
    assertThat(new RowCoder(layout, Encoding.INT8, false).bytes()).isLessThan(full);
    assertThat(new RowCoder(layout, Encoding.FP32, true).bytes())
        .isEqualTo(Float.BYTES * layout.length());
  }

  @Test
  void leavesSlotsAsTheyAreWhereTheyWereNotWritten() {
    RowCoder coder = new RowCoder(layout, Encoding.FP32, false);
    float[] read = new float[row.length];
    coder.decode(coder.encode(row), read);

    int at = 0;
    int slots = 0;
    for (Segment segment : layout.segments()) {
      for (int i = at; i < at + segment.length(); i++) {
        assertThat(read[i]).isEqualTo(segment.role() == Role.SLOT ? 0 : row[i]);
      }
      slots += segment.role() == Role.SLOT ? segment.length() : 0;
      at += segment.length();
    }
    assertThat(slots).isPositive();
    assertThat(coder.bytes()).isEqualTo(Float.BYTES * (row.length - slots));
  }

  @Test
  void refusesWhatIsNoRow() {
    RowCoder coder = new RowCoder(layout, Encoding.FP32, true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coder.decode(new byte[coder.bytes() - 1], new float[row.length]))
        .withMessage(
            "found %d bytes where a row of this model has %d", coder.bytes() - 1, coder.bytes());
    row[3] = Float.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coder.decode(coder.encode(row), new float[row.length]))
        .withMessage("number 3 of vector is not finite");
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void zerosStayZero(Encoding encoding) {
    RowCoder coder = new RowCoder(layout, encoding, true);
    float[] read = row.clone();
    coder.decode(coder.encode(new float[row.length]), read);
    assertThat(read).containsOnly(0);
  }

  private static double allowed(Encoding encoding, Segment segment, double largest, float number) {
    if (segment.role() != Role.WEIGHT) {
      return 0;
    }
    return switch (encoding) {
      case FP32 -> 0;
      case FP16 -> Math.abs(number) / 2048;
      case INT8 -> segment.length() <= RowCoder.FEW ? 0 : largest / 253.9;
    };
  }

  private float[] row() {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[layout.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-3, 3);
    }
    return values;
  }
}

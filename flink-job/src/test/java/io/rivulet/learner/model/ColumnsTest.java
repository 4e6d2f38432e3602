package io.rivulet.learner.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final int HEIGHT = 3;
  private static final int ROOM = 4;

  /** Columns in use: what the last one holds means nothing. */
  private static final int USED = 3;

  private final Columns columns = new Columns(HEIGHT, ROOM);

  @AfterEach
  void close() {
    columns.close();
  }

  @Test
  void whatIsFilledIsSeenInBoth() {
    fill(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(matrix()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    columns.matrixToFill().write(0, new float[] {9, 8, 7, 6, 5, 4, 3, 2, 1}, 0, 9);
    assertThat(columns.array(USED)).startsWith(9, 8, 7, 6, 5, 4, 3, 2, 1);
    assertThat(matrix()).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
  }

  @Test
  void whatIsChangedIsSeenInTheMatrix() {
    columns.matrixToFill().write(0, new float[] {9, 8, 7, 6, 5, 4, 3, 2, 1}, 0, 9);
    columns.arrayToChange(USED)[1] = 80;
    assertThat(matrix()).containsExactly(9, 80, 7, 6, 5, 4, 3, 2, 1);
    columns.array(USED)[2] = 70;
    columns.arrayChanged();
    assertThat(matrix()).containsExactly(9, 80, 70, 6, 5, 4, 3, 2, 1);
  }

  @Test
  void whatIsAddedToTheMatrixIsSeenInTheArray() {
    fill(1, 2, 3, 4, 5, 6, 7, 8, 9);
    columns.matrixToChange(USED).write(1, new float[] {20}, 0, 1);
    assertThat(columns.array(USED)).startsWith(1, 20, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void findsTheFirstThatExploded() {
    fill(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(columns.exploded(USED)).isEqualTo(-1);
    columns.arrayToChange(USED)[4] = Float.NEGATIVE_INFINITY;
    columns.arrayToChange(USED)[7] = Float.NaN;
    assertThat(columns.exploded(USED)).isEqualTo(4);
    fill(6e7f, 6e7f, 0, 0, 0, 0, 0, 0, 0);
    assertThat(columns.exploded(USED)).isEqualTo(-1);
  }

  @Test
  void tellsWhatWasTakenOutToAllWhoAsk() {
    fill(1, Float.NaN, 3, 4, 5, 2e8f, 7, 8, 9);
    assertThat(columns.takeOut(USED)).containsExactly(1, 5);
    assertThat(matrix()).containsExactly(1, 0, 3, 4, 5, 0, 7, 8, 9);
    assertThat(columns.takeOut(USED)).containsExactly(1, 5);
    fill(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(columns.takeOut(USED)).isEmpty();
  }

  private void fill(float... numbers) {
    System.arraycopy(numbers, 0, columns.arrayToFill(), 0, numbers.length);
  }

  private float[] matrix() {
    float[] numbers = new float[HEIGHT * USED];
    columns.matrix(USED).read(0, numbers, 0, numbers.length);
    return numbers;
  }
}

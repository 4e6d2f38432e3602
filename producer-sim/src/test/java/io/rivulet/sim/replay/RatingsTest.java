package io.rivulet.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatingsTest {
  private static final int SIZE = 20_000;

  @Test
  void orderIsThatOfAComparisonSort() {
    SplittableRandom random = new SplittableRandom(1);
    Ratings ratings = new Ratings();
    for (int i = 0; i < SIZE; i++) {
      ratings.add(
          String.valueOf(random.nextInt(200)),
          String.valueOf(random.nextInt(300)),
          i,
          random.nextInt(40) * 100_000_000);
    }
    int[] expected =
        IntStream.range(0, SIZE)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(ratings::second)
                    .thenComparingInt(i -> Integer.parseInt(ratings.users.id(ratings.user(i))))
                    .thenComparingInt(i -> Integer.parseInt(ratings.items.id(ratings.item(i)))))
            .mapToInt(Integer::intValue)
            .toArray();

    assertThat(ratings.inOrder()).isEqualTo(expected);
    assertThat(ratings.second(expected[SIZE - 1])).isEqualTo(3_900_000_000L);
    assertThat(ratings.value(SIZE - 1)).isEqualTo(SIZE - 1);
  }

  @Test
  void idsThatAreNotAllNumbersAreOrderedAsText() {
    Ids ids = new Ids();
    Arrays.asList("b", "10", "9", "b").forEach(ids::number);

    assertThat(ids.ranks()).containsExactly(2, 0, 1);
    assertThat(ids.size()).isEqualTo(3);
  }

  @Test
  void idsThatAreNumbersAreOrderedByValue() {
    Ids ids = new Ids();
    Arrays.asList("10", "9", "09").forEach(ids::number);

    assertThat(ids.ranks()).containsExactly(2, 1, 0);
  }
}

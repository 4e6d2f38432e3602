package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final Rounds rounds = new Rounds(200, Long.MIN_VALUE);

  @Test
  void aStampIsTheClockRoundedUp() {
    assertThat(rounds.close(1)).isEqualTo(200);
    assertThat(rounds.close(400)).isEqualTo(400);
    assertThat(rounds.close(401)).isEqualTo(600);
    assertThat(rounds.last()).isEqualTo(600);
  }

  @Test
  void learnersCloseRoundsOfTheSameStampWithoutTalking() {
    Rounds other = new Rounds(200, Long.MIN_VALUE);

    assertThat(rounds.close(1_001)).isEqualTo(other.close(1_199)).isEqualTo(1_200);
  }

  @Test
  void aSecondRoundBeforeTheTickIsLaterAllTheSame() {
    assertThat(rounds.close(150)).isEqualTo(200);
    assertThat(rounds.close(160)).isEqualTo(201);
    assertThat(rounds.close(200)).isEqualTo(202);
    assertThat(rounds.close(400)).isEqualTo(400);
  }

  @Test
  void stampsGrowWhateverTheClockDoes() {
    Random random = new Random(1);
    long last = Long.MIN_VALUE;
    for (int i = 0; i < 1_000; i++) {
      long now = random.nextInt(100_000);
      long round = rounds.close(now);
      assertThat(round).isGreaterThan(last).isGreaterThanOrEqualTo(now);
      last = round;
    }
  }

  @Test
  void goesOnAfterTheRestoredRoundThoughTheClockWentBack() {
    assertThat(new Rounds(200, 5_000).close(100)).isEqualTo(5_001);
  }

  @Test
  void theNextTickIsTheFirstMultipleAfterNow() {
    assertThat(rounds.nextTick(199)).isEqualTo(200);
    assertThat(rounds.nextTick(200)).isEqualTo(400);
    assertThat(rounds.nextTick(201)).isEqualTo(400);
  }
}

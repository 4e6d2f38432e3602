package io.rivulet.operator;

import static io.rivulet.fixture.Events.rating;
import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.domain.Event;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Score;
import io.rivulet.domain.Table;
import io.rivulet.fixture.Events;
import io.rivulet.fixture.SmallModel;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The operators together, round the loop. */
class LoopTest {
  private static final int EVENTS = 8;

  /** What is left of a run: all predictions, all published values, all user rows. */
  private record Outcome(List<float[]> predictions, List<Object> published, List<Object> users) {}

  @Test
  void restartingEverythingAfterEveryEventChangesNothing() throws Exception {
    Outcome undisturbed = run(false);

    assertSame(run(true), undisturbed);
    assertThat(undisturbed.predictions()).hasSize(EVENTS);
  }

  @Test
  void theOwnersCountEveryExampleOnce() throws Exception {
    Outcome outcome = run(false);

    long items = 0;
    for (int item = 0; item < 3; item++) {
      items += newest(outcome, Table.ITEM, "item-" + item).row().count();
    }
    assertThat(items).isEqualTo(EVENTS);
    ParameterValue dense = newest(outcome, Table.DENSE, "small");
    assertThat(dense.row().count()).isEqualTo(EVENTS);
    assertThat(dense.row().lastSeen()).isEqualTo(Events.FIRST_TIME + EVENTS - 1);
  }

  /** The account of rows that come and go: {@link io.rivulet.state.lifecycle.RowStatistics}. */
  @Test
  void withLimitsTooEveryExampleIsAccountedFor() throws Exception {
    try (Loop loop = new Loop(new RowLimits(2, 128_000, 60, 128))) {
      int events = 300;
      for (int i = 0; i < events; i++) {
        loop.add(rating(i, "user-" + i * i % 71, "item-" + i * i % 83, 1 + i % 5));
        loop.pass(7);
        if (i % 50 == 49) {
          loop.restart();
        }
      }
      loop.pass(2 * SmallModel.INTERVAL);
      loop.checkpoint();

      Account users = loop.users();
      Account items = loop.items();
      assertThat(users.examples()).isEqualTo(events);
      assertThat(items.examples() + loop.unadmittedItemExamples()).isEqualTo(events);
      assertThat(users.statistics().evictedExamples()).isPositive();
      assertThat(users.statistics().unadmittedExamples()).isPositive();
      assertThat(items.statistics().evictedExamples()).isPositive();
      assertThat(loop.unadmittedItemExamples()).isPositive();
    }
  }

  /** The owners add differences of floats: that rounds a little. */
  @Test
  void oneLearnerRoundTheLoopIsTheSequenceOfItsSteps() throws Exception {
    try (Loop loop = new Loop();
        BareLearner bare = new BareLearner()) {
      for (int i = 0; i < 200; i++) {
        loop.add(event(i));
        loop.pass(30);
        float[] expected = bare.learn(loop.attached().get(i));

        float[] prediction = loop.learn().scores().get(i).prediction();
        for (int output = 0; output < expected.length; output++) {
          assertThat(prediction[output]).isCloseTo(expected[output], within(1e-4f));
        }
      }
      assertThat(loop.published()).hasSizeGreaterThan(100);
    }
  }

  private static Outcome run(boolean restarting) throws Exception {
    try (Loop loop = new Loop()) {
      for (int i = 0; i < EVENTS; i++) {
        loop.facts(new ItemFacts("item-" + i % 3, Map.of("genre", "g" + i), new float[0], i));
        loop.add(event(i));
        loop.pass(7);
        if (restarting) {
          loop.restart();
        } else {
          loop.checkpoint();
        }
      }
      List<Object> users = new ArrayList<>();
      for (int user = 0; user < 4; user++) {
        users.add(loop.learn().stored("user-" + user));
      }
      return new Outcome(
          loop.learn().scores().stream().map(Score::prediction).toList(),
          new ArrayList<>(loop.published()),
          users);
    }
  }

  private static ParameterValue newest(Outcome outcome, Table table, String id) {
    return outcome.published().stream()
        .map(ParameterValue.class::cast)
        .filter(value -> value.table() == table && value.id().equals(id))
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  private static Event event(int number) {
    return rating(number, "user-" + number % 4, "item-" + number * 5 % 3, 1 + number * 3 % 5);
  }
}

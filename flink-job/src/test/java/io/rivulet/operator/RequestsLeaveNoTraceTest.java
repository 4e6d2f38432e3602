package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Records.assertSame;
import static io.rivulet.fixture.Requests.candidate;
import static io.rivulet.fixture.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Recommendation;
import io.rivulet.domain.Row;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A learner that answers requests learns to the last bit what one does that is asked nothing:
 * scores, work, metrics, dropped rows and what checkpoints hold.
 */
class RequestsLeaveNoTraceTest {
  private static final int STEPS = 120;
  private static final RowLimits LIMITS = new RowLimits(2, 1_000, 0, 130);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void allElseIsTheSameToTheLastBit(long seed) throws Exception {
    List<Object> unasked = run(seed, false);
    List<Object> asked = run(seed, true);

    assertThat(asked.removeIf(Recommendation.class::isInstance)).isTrue();
    assertSame(asked, unasked);
    assertThat(unasked).hasSizeGreaterThan(STEPS);
  }

  /** All that comes out, then all user rows. */
  private static List<Object> run(long seed, boolean asked) throws Exception {
    Random random = new Random(seed);
    Random questions = new Random(seed);
    List<Object> all = new ArrayList<>();
    try (LearnTask task = new LearnTask(SmallModel.limited(LIMITS))) {
      for (int i = 0; i < STEPS; i++) {
        if (asked) {
          ask(task, i, questions);
        }
        String user = "user-" + random.nextInt(8);
        task.add(attached(i, user, "item-" + random.nextInt(6), 1 + random.nextInt(5)));
        if (asked) {
          ask(task, STEPS + i, questions);
        }
        task.pass(random.nextInt(2 * (int) SmallModel.LINGER));
        if (random.nextInt(30) == 0) {
          task.harness().restart();
        }
      }
      task.harness().checkpoint();
      all.addAll(task.out().all());
      task.stored()
          .forEach(
              (user, row) -> {
                all.add(user);
                all.add(row);
              });
    }
    return all;
  }

  /** Asks for known users and items and others, with old and new published rows. */
  private static void ask(LearnTask task, int number, Random random) throws Exception {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 1 + number % 5; i++) {
      items.add("item-" + (i + 3 * random.nextInt(3)) + (i % 2 == 0 ? "" : "-unknown"));
    }
    List<String> distinct = items.stream().distinct().toList();
    ScoreRequest request = request(number, "user-" + random.nextInt(12), 3, distinct);
    task.add(request);
    for (int place = 0; place < distinct.size(); place++) {
      boolean published = random.nextBoolean();
      long round = LearnTask.START + random.nextInt(1_000);
      task.add(
          candidate(
              request,
              place,
              published ? round : Long.MIN_VALUE,
              published ? new Row(3, 3, row(distinct.get(place))) : null));
    }
  }

  private static float[] row(String item) {
    return Layouts.rows(SmallModel.SPEC).initial("item", "another " + item);
  }
}

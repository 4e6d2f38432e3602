package io.rivulet.operator;

import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Records.assertSame;
import static io.rivulet.fixture.Requests.candidate;
import static io.rivulet.fixture.Requests.candidates;
import static io.rivulet.fixture.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.Recommendation;
import io.rivulet.domain.Recommendation.RankedItem;
import io.rivulet.domain.Row;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.fixture.Requests;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Features;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.spec.ExplorationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the learn operator answers to requests. {@link RequestsLeaveNoTraceTest}: nothing else
 * changes.
 */
class LearnRequestsTest {
  private static final List<String> MANY =
      IntStream.range(0, 1_000).mapToObj(i -> "item-" + i).toList();

  @Test
  void theAnswerIsWhatTheBareLearnerPredictsBestFirst() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1));
        BareLearner bare = new BareLearner()) {
      for (int i = 0; i < 40; i++) {
        AttachedEvent event = attached(i, "user-" + i % 3, "item-" + i % 9, 1 + i % 5);
        task.add(event);
        bare.learn(event);
      }
      for (String user : List.of("user-1", "nobody")) {
        ask(task, request(user.length(), user, 1_000, MANY));

        Recommendation answer = last(task);
        assertThat(answer.userId()).isEqualTo(user);
        assertThat(answer.items()).extracting(RankedItem::itemId).hasSameElementsAs(MANY);
        assertThat(answer.items())
            .isSortedAccordingTo(Comparator.comparing(RankedItem::fused).reversed());
        for (RankedItem item : answer.items()) {
          float[] expected = bare.predict(asEvent(user, item.itemId()));
          assertThat(item.prediction()).containsExactly(expected, within(1e-5f));
          assertThat(item.fused()).isEqualTo(new Outputs(SmallModel.SPEC).fuse(item.prediction()));
          boolean known = user.equals("user-1") && MANY.indexOf(item.itemId()) < 9;
          assertThat(item.cold()).as(item.itemId()).isEqualTo(!known);
        }
      }
    }
  }

  @Test
  void noMoreThanWasAskedFor() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings())) {
      ask(task, request(0, "a", 1_000, MANY));
      ask(task, request(1, "a", 7, MANY));

      List<RankedItem> all = task.out().of(Recommendation.class).get(0).items();
      assertSame(last(task).items(), new ArrayList<>(all.subList(0, 7)));
      assertThat(last(task).requestId()).isEqualTo("request-1");
    }
  }

  @Test
  void aRequestIsAnsweredWhenItsLastPartArrivesWhicheverThatIs() throws Exception {
    ScoreRequest request = request(0, "a", "x", "y");
    AttachedCandidate x = candidates(request).get(0);
    AttachedCandidate y = candidates(request).get(1);
    for (var parts :
        List.of(List.of(request, x, y), List.of(y, request, x), List.of(x, y, request))) {
      try (LearnTask task = new LearnTask(SmallModel.settings())) {
        task.add(parts.get(0));
        task.add(parts.get(1));
        assertThat(task.out().of(Recommendation.class)).isEmpty();
        task.harness().checkpoint();

        task.add(parts.get(2));

        assertThat(last(task).items()).hasSize(2);
        assertThat(last(task).modelVersion()).isEqualTo(1);
      }
    }
  }

  /** It will be sent again: its source goes back behind the barrier, too. */
  @Test
  void whatIsIncompleteAtARestartBeginsAnew() throws Exception {
    ScoreRequest request = request(0, "a", "x", "y");
    try (LearnTask task = new LearnTask(SmallModel.settings())) {
      task.add(request);
      task.add(candidates(request).get(0));
      task.harness().restart();
      ask(task, request);

      assertThat(task.out().of(Recommendation.class)).hasSize(1);
    }
  }

  @Test
  void aRequestDoesNotWaitForEventsThatWait() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings())) {
      task.add(attached(0, "a", "x", 5));
      ask(task, request(0, "a", "x"));
      assertThat(last(task).items().get(0).cold()).isTrue();

      task.pass(SmallModel.LINGER);
      ask(task, request(1, "a", "x"));
      assertThat(last(task).items().get(0).cold()).isFalse();
    }
  }

  @Test
  void ownWorkCountsOnTopOfThePublishedRow() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings(1))) {
      task.add(attached(0, "a", "x", 5));
      ask(task, request(0, "b", "x"));
      float[] own = last(task).items().get(0).prediction();
      ScoreRequest published = request(1, "b", "x");
      Row row = new Row(9, 9, newRow(0.5f));
      task.add(published);
      task.add(candidate(published, 0, Long.MAX_VALUE, row));
      float[] onTop = last(task).items().get(0).prediction();
      ask(task, request(2, "b", "x"));

      assertThat(onTop).isNotEqualTo(own);
      assertThat(last(task).items().get(0).prediction())
          .as("a candidate's value is used, not kept")
          .containsExactly(own);
    }
  }

  @Test
  void aCandidateThatCannotBeComputedIsLeftOutWithAReason() throws Exception {
    try (LearnTask task = new LearnTask(SmallModel.settings())) {
      ScoreRequest request = request(3, "a", "x", "y");
      task.add(request);
      task.add(candidates(request).get(0));
      Features broken = new Features(new int[2], new float[1], new float[] {1, 2, 3});
      task.add(candidate(request, 1, Long.MIN_VALUE, null, broken));

      assertThat(last(task).items()).extracting(RankedItem::itemId).containsExactly("x");
      DeadLetter letter = task.out().of(DeadLetter.class).get(0);
      assertThat(letter.origin()).isEqualTo(request.origin());
      assertThat(letter.reason())
          .startsWith("1 of 2 candidates could not be scored and were left out; item 'y': ")
          .contains("content");
    }
  }

  @ParameterizedTest
  @EnumSource(ExplorationType.class)
  void aReplayRepeatsTheRanking(ExplorationType type) throws Exception {
    Set<List<String>> rankings = new HashSet<>();
    try (LearnTask task = new LearnTask(SmallModel.exploring(type))) {
      for (int number = 0; number < 3; number++) {
        List<String> first = ranking(task, number);
        task.harness().restart();

        assertThat(ranking(task, number)).isEqualTo(first);
        rankings.add(first);
      }
    }
    boolean byChance = type == ExplorationType.EPSILON_GREEDY || type == ExplorationType.THOMPSON;
    assertThat(rankings).hasSize(byChance ? 3 : 1);
  }

  private static List<String> ranking(LearnTask task, int number) throws Exception {
    ask(task, request(number, "a", 10, MANY.subList(0, 50)));
    return last(task).items().stream().map(RankedItem::itemId).toList();
  }

  private static void ask(LearnTask task, ScoreRequest request) throws Exception {
    task.add(request);
    for (AttachedCandidate candidate : candidates(request)) {
      task.add(candidate);
    }
  }

  private static Recommendation last(LearnTask task) {
    List<Recommendation> answers = task.out().of(Recommendation.class);
    return answers.get(answers.size() - 1);
  }

  private static float[] newRow(float number) {
    float[] row = Layouts.rows(SmallModel.SPEC).initial("item", "another");
    row[0] = number;
    return row;
  }

  private static AttachedEvent asEvent(String user, String item) {
    AttachedEvent event = attached(0, user, item, 5);
    return new AttachedEvent(
        event.eventId(),
        null,
        user,
        item,
        0,
        event.origin(),
        Requests.features(item),
        new float[] {Float.NaN, Float.NaN},
        1,
        Long.MIN_VALUE,
        null,
        true,
        0);
  }
}

package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.examples.ExampleConfig;
import io.rivulet.fixture.SmallWorld;
import io.rivulet.schema.DeadLetter;
import io.rivulet.schema.RankedItem;
import io.rivulet.schema.Recommendation;
import io.rivulet.schema.Score;
import io.rivulet.schema.ScoreRequest;
import io.rivulet.schema.TaskScore;
import io.rivulet.schema.UserEvent;
import io.rivulet.sim.source.RequestSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests on a real broker and a real cluster. */
final class RequestsIT {
  private static final SmallWorld LEARNED = SmallWorld.first(3_000);
  private static final SmallWorld MORE = LEARNED.next(8);
  private static final float TOLERANCE = 1e-5f;

  @TempDir private Path folder;

  private final Map<String, Recommendation> answers = new ConcurrentHashMap<>();
  private final Map<String, Score> scores = new ConcurrentHashMap<>();
  private final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
  private int asked;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void answersAreWhatTheNextEventIsScored(int parallelism) throws Exception {
    try (EndToEnd run =
            EndToEnd.prepare(
                ExampleConfig.read("demo.config", null, "video"), parallelism, folder);
        TopicTail<Score> tail =
            new TopicTail<>(
                run.bootstrapServers(),
                "scores",
                Score.class,
                score -> scores.put(score.getEventId(), score));
        TopicTail<DeadLetter> dead =
            new TopicTail<>(
                run.bootstrapServers(), "dead-letters", DeadLetter.class, letters::add);
        RequestLoad load =
            new RequestLoad(
                run.config().kafka(), answer -> answers.put(answer.getRequestId(), answer))) {
      run.startJob();
      run.sendCatalog(LEARNED);
      RequestSource others = new RequestSource(LEARNED, 50, 10, new SplittableRandom(1));
      for (int i = 0; i < 100; i++) {
        load.send(others.next());
      }
      List<UserEvent> events = run.sendEvents(LEARNED);
      run.await("all events are scored", () -> scores.size() == events.size());
      run.await("all requests are answered", () -> load.unanswered() == 0);

      assertThousandAreRanked(run, load, events.get(0));
      MORE.events().forEachRemaining(next -> assertSameAsScored(run, load, next.event()));
      assertBadRequestsAreRefused(run, load);

      String savepoint = run.stopJob();
      ScoreRequest late = request(events.get(1), List.of("x"));
      load.send(late);
      run.restoreJob(savepoint);
      run.await("what was asked meanwhile is answered", () -> answer(late) != null);
      tail.check();
      dead.check();
    }
  }

  /** Known items and others, for a known user and for one whom nobody knows. */
  private void assertThousandAreRanked(EndToEnd run, RequestLoad load, UserEvent event)
      throws Exception {
    List<String> candidates = new ArrayList<>();
    LEARNED.catalog().forEachRemaining(item -> candidates.add(item.getItemId()));
    IntStream.range(candidates.size(), 1_000).forEach(i -> candidates.add("unknown-" + i));
    ScoreRequest known = request(event, candidates);
    ScoreRequest nobodys =
        ScoreRequest.newBuilder(request(event, candidates)).setUserId("nobody").build();
    load.send(known);
    load.send(nobodys);
    run.await("both are answered", () -> answer(known) != null && answer(nobodys) != null);

    for (Recommendation answer : List.of(answer(known), answer(nobodys))) {
      assertThat(answer.getItems()).extracting(RankedItem::getItemId).hasSameElementsAs(candidates);
      assertThat(answer.getItems())
          .isSortedAccordingTo(Comparator.comparing(RankedItem::getFused).reversed());
    }
    assertThat(answer(nobodys).getItems()).allMatch(RankedItem::getCold);
    assertThat(answer(known).getItems())
        .filteredOn(item -> item.getItemId().startsWith("unknown-"))
        .hasSize(800)
        .allMatch(RankedItem::getCold);
    assertThat(answer(known).getItems())
        .filteredOn(item -> item.getItemId().equals(event.getItemId()))
        .noneMatch(RankedItem::getCold);
  }

  /** An event is scored before it is learned, so with the same rows as a request just before. */
  private void assertSameAsScored(EndToEnd run, RequestLoad load, UserEvent event) {
    try {
      RankedItem expected = settled(run, load, event);
      run.sendEvent(event);
      run.await("the event is scored", () -> scores.containsKey(event.getEventId()));
      Score score = scores.get(event.getEventId());
      assertThat(Math.abs(score.getFused() - expected.getFused())).isLessThan(TOLERANCE);
      for (TaskScore task : score.getTasks()) {
        List<Float> predicted = expected.getPredictions().get(task.getTask());
        for (int i = 0; i < predicted.size(); i++) {
          float tolerance = TOLERANCE * Math.max(1, Math.abs(predicted.get(i)));
          assertThat(Math.abs(task.getPrediction().get(i) - predicted.get(i)))
              .isLessThan(tolerance);
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer when what was learned has come round, so that it changes no more. */
  private RankedItem settled(EndToEnd run, RequestLoad load, UserEvent event) throws Exception {
    RankedItem last = null;
    for (RankedItem next = null; next == null || !next.equals(last); ) {
      last = next;
      Thread.sleep(2 * run.config().rounds().interval().toMillis());
      ScoreRequest request = request(event, List.of("unknown", event.getItemId()));
      load.send(request);
      run.await("the request is answered", () -> answer(request) != null);
      next =
          answer(request).getItems().stream()
              .filter(item -> item.getItemId().equals(event.getItemId()))
              .findFirst()
              .orElseThrow();
    }
    return last;
  }

  private void assertBadRequestsAreRefused(EndToEnd run, RequestLoad load) throws Exception {
    ScoreRequest.Builder good =
        ScoreRequest.newBuilder()
            .setRequestId("bad")
            .setUserId("u")
            .setItemIds(List.of("i"))
            .setTopK(1);
    load.send(ScoreRequest.newBuilder(good).setItemIds(List.of()).build());
    load.send(ScoreRequest.newBuilder(good).setTopK(0).build());
    load.send(ScoreRequest.newBuilder(good).setFeatures(Map.of("hour", Double.NaN)).build());
    run.await("all are refused", () -> letters.size() >= 3);

    assertThat(letters).hasSize(3).allMatch(letter -> letter.getTopic().equals("score-requests"));
    assertThat(letters)
        .extracting(DeadLetter::getReason)
        .anyMatch(reason -> reason.startsWith("itemIds has 0 ids"))
        .anyMatch(reason -> reason.startsWith("topK is 0"))
        .anyMatch(reason -> reason.startsWith("features.hour is NaN"));
  }

  private ScoreRequest request(UserEvent event, List<String> items) {
    return ScoreRequest.newBuilder()
        .setRequestId("test-" + asked++)
        .setUserId(event.getUserId())
        .setItemIds(items)
        .setContext(event.getContext())
        .setFeatures(event.getFeatures())
        .setTopK(1_000)
        .build();
  }

  private Recommendation answer(ScoreRequest request) {
    return answers.get(request.getRequestId());
  }
}

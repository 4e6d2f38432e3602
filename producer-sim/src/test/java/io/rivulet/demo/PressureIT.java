package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.fixture.RowCounts;
import io.rivulet.fixture.SmallWorld;
import io.rivulet.schema.Score;
import io.rivulet.sim.sink.Pacing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Too many events, events that come twice, and nobody who takes the scores: nothing is lost. */
final class PressureIT {
  private static final int EVENTS = 6_000;
  private static final int STEADY = 500;
  private static final long AWAY_MILLIS = 10_000;

  @TempDir private Path folder;

  /** How often each event was scored. */
  private final Map<String, Integer> scored = new ConcurrentHashMap<>();

  @Test
  void whatIsSentTwiceIsScoredAndLearnedOnce() throws Exception {
    SmallWorld world = SmallWorld.first(EVENTS);
    String savepoint;
    try (EndToEnd run = started();
        TopicTail<Score> tail = scores(run)) {
      run.sendEvents(world);
      run.sendEvents(world);
      run.sendEvents(world.next(1));
      savepoint = drained(run, tail, EVENTS + 1);
    }

    assertThat(scored.values()).containsOnly(1);
    assertThat(RowCounts.of(savepoint))
        .isEqualTo(new RowCounts(EVENTS + 1, EVENTS + 1, EVENTS + 1));
  }

  @Test
  void aBurstOfManyTimesTheRateIsScoredToTheLast() throws Exception {
    SmallWorld steady = SmallWorld.first(2 * STEADY);
    SmallWorld burst = steady.next(40 * STEADY);
    SmallWorld after = burst.next(STEADY);
    int all = 43 * STEADY;
    String savepoint;
    try (EndToEnd run = started();
        TopicTail<Score> tail = scores(run)) {
      run.sendEvents(steady, Pacing.rate(STEADY));
      run.sendEvents(burst, Pacing.fullSpeed());
      run.sendEvents(after, Pacing.rate(STEADY));
      savepoint = drained(run, tail, all);
    }

    assertThat(scored.values()).containsOnly(1);
    assertThat(RowCounts.of(savepoint)).isEqualTo(new RowCounts(all, all, all));
  }

  @Test
  void scoresWaitForATopicThatIsAway() throws Exception {
    SmallWorld before = SmallWorld.first(EVENTS);
    SmallWorld meanwhile = before.next(EVENTS);
    String savepoint;
    try (EndToEnd run = started();
        Admin admin =
            Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, run.bootstrapServers()))) {
      try (TopicTail<Score> tail = scores(run)) {
        run.sendEvents(before);
        run.await("all events are scored", () -> scored.size() >= EVENTS);
        tail.check();
      }
      String topic = run.config().kafka().topics().scores();
      admin.deleteTopics(Set.of(topic)).all().get();
      run.sendEvents(meanwhile);
      Thread.sleep(AWAY_MILLIS);
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(2), Optional.empty())))
          .all()
          .get();
      try (TopicTail<Score> tail = scores(run)) {
        savepoint = drained(run, tail, 2 * EVENTS);
      }
    }

    assertThat(RowCounts.of(savepoint))
        .isEqualTo(new RowCounts(2 * EVENTS, 2 * EVENTS, 2 * EVENTS));
  }

  private EndToEnd started() throws Exception {
    EndToEnd run = EndToEnd.start("video", 2, folder);
    run.sendCatalog(SmallWorld.first(1));
    return run;
  }

  private TopicTail<Score> scores(EndToEnd run) {
    return new TopicTail<>(
        run.bootstrapServers(),
        run.config().kafka().topics().scores(),
        Score.class,
        score -> scored.merge(score.getEventId(), 1, Integer::sum));
  }

  /** Waits until so many events are scored, and ends the job. */
  private String drained(EndToEnd run, TopicTail<Score> tail, int events) throws Exception {
    run.await("all events are scored", () -> scored.size() >= events);
    tail.check();
    return run.cluster().drain();
  }
}

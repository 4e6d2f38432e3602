package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.fixture.SmallWorld;
import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.Score;
import io.rivulet.schema.TaskScore;
import io.rivulet.schema.UserEvent;
import io.rivulet.sim.source.EventSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One learner behind Kafka, Flink and the loop computes what the bare learner computes. */
final class WholePipelineIT {
  private static final int EVENTS = 6_000;

  // Published values come back as base + sum of work, which rounds differently than step by step.
  private static final float TOLERANCE = 2e-3f;

  @TempDir private Path folder;

  @Test
  void oneLearnerPredictsWhatTheBareLearnerPredicts() throws Exception {
    EventSource world = SmallWorld.first(EVENTS);
    List<Score> scores = new CopyOnWriteArrayList<>();
    List<UserEvent> events;
    try (EndToEnd run = EndToEnd.start("video", 1, folder);
        BareLearner bare = new BareLearner(run.config(), catalog(world));
        TopicTail<Score> tail =
            new TopicTail<>(run.bootstrapServers(), "scores", Score.class, scores::add)) {
      run.sendCatalog(world);
      events = run.sendEvents(world);
      run.await("all events are scored", () -> scores.size() >= EVENTS);
      tail.check();

      Map<String, UserEvent> byId =
          events.stream().collect(Collectors.toMap(UserEvent::getEventId, event -> event));
      List<List<Score>> batches = batches(scores);
      assertThat(scores).hasSize(EVENTS);
      assertThat(batches).as("micro-batches of several events").hasSizeLessThan(EVENTS);
      for (List<Score> batch : batches) {
        assertUsersDiffer(batch);
        List<float[]> expected =
            bare.learn(batch.stream().map(score -> byId.get(score.getEventId())).toList());
        for (int i = 0; i < batch.size(); i++) {
          assertSame(batch.get(i), expected.get(i));
        }
      }
    }
  }

  private static Map<String, ItemUpdate> catalog(EventSource world) {
    Map<String, ItemUpdate> catalog = new HashMap<>();
    Iterator<ItemUpdate> items = world.catalog();
    while (items.hasNext()) {
      ItemUpdate item = items.next();
      catalog.put(item.getItemId(), item);
    }
    return catalog;
  }

  private static List<List<Score>> batches(List<Score> scores) {
    List<List<Score>> batches = new ArrayList<>();
    long current = -1;
    for (Score score : scores) {
      if (score.getBatch() != current) {
        batches.add(new ArrayList<>());
        current = score.getBatch();
      }
      batches.get(batches.size() - 1).add(score);
    }
    return batches;
  }

  private static void assertUsersDiffer(List<Score> batch) {
    Set<String> users = new HashSet<>();
    for (Score score : batch) {
      assertThat(users.add(score.getUserId())).as("user %s once in a batch", score).isTrue();
    }
  }

  private static void assertSame(Score score, float[] expected) {
    int at = 0;
    for (TaskScore task : score.getTasks()) {
      // A regression is in its own unit: seconds up to 600.
      float tolerance = task.getTask().equals("watch") ? TOLERANCE * 600 : TOLERANCE;
      for (float prediction : task.getPrediction()) {
        assertThat(prediction)
            .as("%s of event %s in batch %d", task.getTask(), score.getEventId(), score.getBatch())
            .isCloseTo(expected[at], within(tolerance));
        at++;
      }
    }
  }
}

package io.rivulet.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.fixture.SmallWorld;
import io.rivulet.schema.Score;
import io.rivulet.schema.UserEvent;
import io.rivulet.sim.source.EventSource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events go to their items on different ways, and yet each user's are learned in their order. */
final class UserOrderIT {
  private static final int EVENTS = 6_000;

  @TempDir private Path folder;

  @Test
  void twoLearnersScoreEachUsersEventsInTheOrderTheyWereSent() throws Exception {
    EventSource world = SmallWorld.first(EVENTS);
    List<Score> scores = new CopyOnWriteArrayList<>();
    List<UserEvent> sent;
    try (EndToEnd run = EndToEnd.start("video", 2, folder);
        TopicTail<Score> tail =
            new TopicTail<>(run.bootstrapServers(), "scores", Score.class, scores::add)) {
      run.sendCatalog(world);
      sent = run.sendEvents(world);
      run.await("all events are scored", () -> scores.size() >= EVENTS);
      tail.check();
    }

    assertThat(
            scores.stream()
                .collect(groupingBy(Score::getUserId, mapping(Score::getEventId, toList()))))
        .isEqualTo(
            sent.stream()
                .collect(
                    groupingBy(UserEvent::getUserId, mapping(UserEvent::getEventId, toList()))));
  }
}

package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.fixture.RowCounts;
import io.rivulet.fixture.SmallWorld;
import io.rivulet.schema.Score;
import io.rivulet.sim.source.EventSource;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every labelled event moves its user's row, its item's row and the dense parameters once. */
final class RowCountsIT {
  private static final int EVENTS = 20_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void countsAddUpToTheLabelledEvents(int parallelism) throws Exception {
    EventSource world = SmallWorld.first(EVENTS);
    Set<String> scored = ConcurrentHashMap.newKeySet();
    String savepoint;
    try (EndToEnd run = EndToEnd.start("video", parallelism, folder);
        TopicTail<Score> tail =
            new TopicTail<>(
                run.bootstrapServers(),
                "scores",
                Score.class,
                score -> scored.add(score.getEventId()))) {
      run.sendCatalog(world);
      run.sendEvents(world);
      run.await("all events are scored", () -> scored.size() >= EVENTS);
      tail.check();
      savepoint = run.cluster().drain();
    }
    assertThat(RowCounts.of(savepoint)).isEqualTo(new RowCounts(EVENTS, EVENTS, EVENTS));
  }
}

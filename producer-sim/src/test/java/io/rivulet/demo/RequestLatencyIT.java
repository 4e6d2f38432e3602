package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.schema.Score;
import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.source.RequestSource;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How long answers take while the job learns. A measurement, not a check:
 *
 * <pre>
 * mvn -pl schemas,flink-job,producer-sim verify -Djob-jar.skip -Dtest=None
 *     -Dit.test=RequestLatencyIT -Dsurefire.failIfNoSpecifiedTests=false
 *     -Dfailsafe.failIfNoSpecifiedTests=false -Drivulet.latency=true
 * </pre>
 */
@EnabledIfSystemProperty(named = "rivulet.latency", matches = "true")
final class RequestLatencyIT {
  private static final int EVENTS = 150_000;
  private static final double EVENTS_PER_SECOND = 1_000;
  private static final int WARM_UP_SECONDS = 40;
  private static final int SECONDS = 30;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"100, 20", "1000, 5"})
  void whileItLearns(int candidates, int perSecond) throws Exception {
    EventSource world =
        new World(WorldSettings.of(Scenario.VIDEO, 7).withSize(2_000, 5_000)).limited(EVENTS);
    RequestSource questions =
        new RequestSource(world, candidates, 10, new SplittableRandom(candidates));
    AtomicInteger scored = new AtomicInteger();
    var sender = Executors.newSingleThreadExecutor();
    try (EndToEnd run = EndToEnd.start("video", 1, folder);
        TopicTail<Score> tail =
            new TopicTail<>(
                run.bootstrapServers(), "scores", Score.class, score -> scored.incrementAndGet())) {
      run.sendCatalog(world);
      Future<?> events = sender.submit(() -> run.sendEvents(world, Pacing.rate(EVENTS_PER_SECOND)));
      ask(run, questions, WARM_UP_SECONDS * perSecond, perSecond);
      String found = ask(run, questions, SECONDS * perSecond, perSecond);
      assertThat(events).as("events were sent all the time").isNotDone();
      System.err.printf(
          "latency: {\"candidates\":%d,\"perSecond\":%d,\"eventsPerSecond\":%.0f,%s,\"scored\":%d}%n",
          candidates, perSecond, EVENTS_PER_SECOND, found, scored.get());
      tail.check();
    } finally {
      sender.shutdownNow();
    }
  }

  private static String ask(EndToEnd run, RequestSource questions, int count, int perSecond)
      throws Exception {
    try (RequestLoad load = new RequestLoad(run.config().kafka(), answer -> {})) {
      for (int i = 0; i < count; i++) {
        load.send(questions.next());
        Thread.sleep(1_000 / perSecond);
      }
      run.await("all requests are answered", () -> load.unanswered() == 0);
      return "\"p50Millis\":%.1f,\"p99Millis\":%.1f"
          .formatted(load.latency(0.5).toNanos() / 1e6, load.latency(0.99).toNanos() / 1e6);
    }
  }
}

package io.rivulet.sim.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.source.SourceEvent;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventWriterTest {
  private static final EventSource WORLD =
      new World(WorldSettings.of(Scenario.VIDEO, 1).withSize(100, 20));
  private static final double SECOND = Duration.ofSeconds(1).toNanos();

  private final RecordingSink sink = new RecordingSink();
  private final ManualTicker ticker = new ManualTicker();
  private final EventWriter writer = new EventWriter(sink, ticker);

  @Test
  void writesTheCatalogThenAllEventsAndFlushes() throws IOException {
    List<SourceEvent> told = new ArrayList<>();

    assertThat(writer.writeCatalog(WORLD, () -> false)).isEqualTo(20);
    assertThat(writer.writeEvents(WORLD.limited(50), Pacing.fullSpeed(), () -> false, told::add))
        .isEqualTo(50);

    assertThat(sink.items).hasSize(20);
    assertThat(sink.events).hasSize(50);
    assertThat(told.stream().map(SourceEvent::event)).isEqualTo(sink.events);
    assertThat(sink.flushes).isEqualTo(2);
  }

  @Test
  void keepsTheRate() throws IOException {
    long start = ticker.nanoTime();
    writer.writeEvents(WORLD.limited(20_001), Pacing.rate(10_000), () -> false, event -> {});

    assertThat(ticker.nanoTime() - start).isCloseTo((long) (2 * SECOND), within(1_000_000L));
  }

  @Test
  void followsTheEventsClockAtAFactorOfRealTime() throws IOException {
    long start = ticker.nanoTime();
    writer.writeEvents(WORLD.limited(501), Pacing.realTime(1_000), () -> false, event -> {});

    double simulated =
        Duration.between(sink.events.get(0).getEventTime(), sink.events.get(500).getEventTime())
            .toNanos();
    assertThat((double) (ticker.nanoTime() - start)).isCloseTo(simulated / 1_000, within(1e6));
  }

  @Test
  void stopsBetweenEventsAndWhileWaiting() throws IOException {
    long written =
        writer.writeEvents(WORLD, Pacing.fullSpeed(), () -> sink.events.size() == 7, event -> {});
    assertThat(written).isEqualTo(7);

    long end = ticker.nanoTime() + (long) SECOND;
    written =
        writer.writeEvents(WORLD, Pacing.rate(0.01), () -> ticker.nanoTime() > end, event -> {});
    assertThat(written).isEqualTo(1);
    assertThat(ticker.nanoTime()).isLessThan(end + (long) SECOND);
    assertThat(sink.flushes).isEqualTo(2);
  }

  @Test
  void aLimitEndsAnEndlessSource() {
    assertThat(WORLD.size()).isEmpty();
    assertThat(WORLD.limited(5).size()).hasValue(5);
    assertThat(WORLD.limited(5).limited(9).size()).hasValue(5);
    assertThatThrownBy(() -> WORLD.limited(-1)).hasMessageStartingWith("count: found -1");
  }

  @Test
  void refusesARateOrSpeedThatCannotWork() {
    assertThatThrownBy(() -> Pacing.rate(0)).hasMessageStartingWith("rate: found 0.0");
    assertThatThrownBy(() -> Pacing.realTime(Double.NaN)).hasMessageStartingWith("speed: found");
  }
}

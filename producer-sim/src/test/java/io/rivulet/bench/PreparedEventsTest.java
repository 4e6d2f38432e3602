package io.rivulet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.schema.UserEvent;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.sim.sink.ManualTicker;
import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.source.SourceEvent;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedEventsTest {
  private static final World WORLD =
      new World(WorldSettings.of(Scenario.VIDEO, 1).withSize(100, 20));

  private final ManualTicker ticker = new ManualTicker();

  @Test
  void eachComesAsItIsWithItsUser(@TempDir Path folder) throws Exception {
    PreparedEvents events = PreparedEvents.of(WORLD, 500, folder.resolve("events"));
    List<String> users = new ArrayList<>();
    List<byte[]> sent = new ArrayList<>();
    events.send(
        (user, event) -> {
          users.add(user);
          sent.add(event);
        },
        Pacing.fullSpeed(),
        ticker);

    assertThat(events.count()).isEqualTo(500);
    assertThat(sent).hasSize(500);
    AvroCodec<UserEvent> codec = AvroCodec.of(UserEvent.class);
    Iterator<? extends SourceEvent> source = WORLD.events();
    for (int i = 0; i < sent.size(); i++) {
      UserEvent event = source.next().event();
      assertThat(codec.decode(sent.get(i))).isEqualTo(event);
      assertThat(users.get(i)).isEqualTo(event.getUserId());
    }
  }

  @Test
  void noneComesMoreThanAMillisecondEarly(@TempDir Path folder) throws IOException {
    PreparedEvents events = PreparedEvents.of(WORLD, 50, folder.resolve("events"));
    List<Long> times = new ArrayList<>();
    events.send((user, event) -> times.add(ticker.nanoTime()), Pacing.rate(2_500), ticker);

    long between = Duration.ofMillis(1).toNanos() * 2 / 5;
    for (int i = 0; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(0))
          .isBetween(i * between - Duration.ofMillis(1).toNanos(), i * between + between);
    }
  }

  @Test
  void aSourceThatEndsGivesWhatItHas(@TempDir Path folder) throws IOException {
    PreparedEvents events = PreparedEvents.of(WORLD.limited(7), 500, folder.resolve("events"));

    assertThat(events.count()).isEqualTo(7);
  }
}

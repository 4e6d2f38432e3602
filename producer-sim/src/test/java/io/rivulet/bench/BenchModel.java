package io.rivulet.bench;

import io.rivulet.config.RivuletConfig;
import io.rivulet.examples.ExampleConfig;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.io.IOException;

/** What the end-to-end benchmark runs too: its model, and a world like its own. */
final class BenchModel {
  private static final int USERS = 20_000;
  private static final int ITEMS = 5_000;

  private BenchModel() {}

  static RivuletConfig config() throws IOException {
    return ExampleConfig.read("bench.config", null, "bench");
  }

  static EventSource world() {
    return new World(WorldSettings.of(Scenario.VIDEO, 1).withSize(USERS, ITEMS));
  }
}

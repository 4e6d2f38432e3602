package io.rivulet.sim.world;

import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small worlds for tests. */
final class Worlds {
  private Worlds() {}

  static World world(Scenario scenario, long seed) {
    return new World(WorldSettings.of(scenario, seed));
  }

  static Stream<SimulatedEvent> events(World world, int count) {
    Iterator<SimulatedEvent> events = world.events();
    return IntStream.range(0, count).mapToObj(i -> events.next());
  }

  static int step(Scenario scenario, SimulatedEvent simulated) {
    return scenario.actions().indexOf(simulated.event().getAction());
  }
}

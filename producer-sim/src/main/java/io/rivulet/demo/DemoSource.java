package io.rivulet.demo;

import io.rivulet.sim.replay.DataSet;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.world.BestReachable;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What the demo sends.
 *
 * @param example name of the configuration that fits
 * @param best what the truth itself reaches, or null where it is not known
 */
record DemoSource(EventSource events, String example, BestReachable best) {
  static DemoSource of(DemoSettings settings, Consumer<String> out) throws IOException {
    if (settings.data() == null) {
      Scenario scenario = Scenario.of(settings.scenario());
      World world = new World(WorldSettings.of(scenario, settings.seed()));
      return new DemoSource(world, scenario.label(), new BestReachable(scenario));
    }
    DataSet data = DataSet.read(settings.data(), out);
    out.accept("demo: " + data.summary());
    return new DemoSource(data, example(data), null);
  }

  /** The data sets differ in their scales: up to five stars, or up to ten. */
  private static String example(DataSet data) {
    return data.name().contains("tweetings") ? "movietweetings" : "ml-100k";
  }

  OptionalLong size() {
    return events.size();
  }
}

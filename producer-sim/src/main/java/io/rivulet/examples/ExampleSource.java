package io.rivulet.examples;

import io.rivulet.sim.replay.DataSet;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.world.BestReachable;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Events, and the configuration that fits them.
 *
 * @param example name of the configuration that fits
 * @param best takes in what the truth itself reaches; null where it is not known
 */
public record ExampleSource(EventSource events, String example, BestReachable best) {
  /**
   * A simulated world of the usual size.
   *
   * @throws IllegalArgumentException if there is no such scenario
   */
  public static ExampleSource simulated(String scenario, long seed) {
    Scenario known = Scenario.of(scenario);
    World world = new World(WorldSettings.of(known, seed));
    return new ExampleSource(world, known.label(), new BestReachable(known));
  }

  /**
   * A data set.
   *
   * @param messages takes what there is to say of its files
   * @throws IOException if the folder holds none, or it cannot be read
   */
  public static ExampleSource replayed(Path folder, Consumer<String> messages) throws IOException {
    DataSet data = DataSet.read(folder, messages);
    messages.accept(data.summary());
    // The data sets differ in their scales: up to five stars, or up to ten.
    String example = data.name().contains("tweetings") ? "movietweetings" : "ml-100k";
    return new ExampleSource(data, example, null);
  }
}

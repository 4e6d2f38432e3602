package io.rivulet.sim;

import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.world.BestReachable;
import io.rivulet.sim.world.Scenario;
import io.rivulet.sim.world.SimulatedEvent;
import io.rivulet.sim.world.World;
import io.rivulet.sim.world.WorldSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Invents users, items and what users do with them. The users' tastes are known, so at the end"
          + " it prints how good the best possible prediction of this stream is.",
      "",
      "Scenarios, with the actions from shallow to deep and the item's attribute:",
      "  ecommerce  impression, click, cart, purchase (value: price paid); category",
      "  social     impression, read, follow; topic",
      "  video      impression, play, like (value: seconds watched); tag",
      "  music      skip, play, like; genre",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  producer-sim simulate --scenario video --rate 2000 --seconds 60",
      "  producer-sim simulate --scenario ecommerce --users 1000000 --count 5000000",
      "  producer-sim simulate --dry-run --count 5"
    })
final class SimulateCommand implements Callable<Integer> {
  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      defaultValue = "video",
      description = "ecommerce, social, video or music (default: ${DEFAULT-VALUE}).")
  private String scenario;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Seed of every random number (default: ${DEFAULT-VALUE}). The same options give the same"
              + " stream, event ids included; another seed gives another world.")
  private long seed;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "" + WorldSettings.USERS,
      description = "Number of users (default: ${DEFAULT-VALUE}).")
  private long users;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "" + WorldSettings.ITEMS,
      description = "Number of items (default: ${DEFAULT-VALUE}).")
  private int items;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Events per second (default: as many as possible).")
  private Double rate;

  @Option(
      names = "--drift",
      paramLabel = "X",
      defaultValue = "" + WorldSettings.DRIFT,
      description =
          "How far a user's taste, a vector of length 1, moves in a simulated day (default:"
              + " ${DEFAULT-VALUE}).")
  private double drift;

  @Option(
      names = "--user-skew",
      paramLabel = "X",
      defaultValue = "" + WorldSettings.USER_SKEW,
      description = "Zipf exponent of the users' activity (default: ${DEFAULT-VALUE}).")
  private double userSkew;

  @Option(
      names = "--item-skew",
      paramLabel = "X",
      defaultValue = "" + WorldSettings.ITEM_SKEW,
      description = "Zipf exponent of the items' popularity (default: ${DEFAULT-VALUE}).")
  private double itemSkew;

  @Option(
      names = "--events-per-user-and-day",
      paramLabel = "X",
      defaultValue = "" + WorldSettings.EVENTS_PER_USER_AND_DAY,
      description = "Sets how fast the simulated clock runs (default: ${DEFAULT-VALUE}).")
  private double eventsPerUserAndDay;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      defaultValue = WorldSettings.START,
      description = "Event time of the first event (default: ${DEFAULT-VALUE}).")
  private Instant start;

  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter messages = spec.commandLine().getErr();
    World world = new World(settings());
    Pacing pacing = rate == null ? Pacing.fullSpeed() : Pacing.rate(rate);
    BestReachable best = new BestReachable(world.settings().scenario());
    try (Interruption interruption = new Interruption()) {
      new Transfer(output, spec.commandLine().getOut(), messages, interruption)
          .run(world, pacing, event -> best.add((SimulatedEvent) event));
      messages.println("best reachable on these events: " + best.summary());
      messages.flush();
    }
    return 0;
  }

  private WorldSettings settings() {
    return new WorldSettings(
        Scenario.of(scenario),
        seed,
        users,
        items,
        drift,
        userSkew,
        itemSkew,
        eventsPerUserAndDay,
        start);
  }
}

package io.rivulet.compare;

import io.rivulet.config.RivuletConfig;
import io.rivulet.examples.ExampleConfig;
import io.rivulet.examples.ExampleSource;
import io.rivulet.learner.spec.SpecException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Which events, and which tasks they have. */
final class StreamOptions {
  private static final long SIMULATED_EVENTS = 200_000;
  private static final long WORLD = 1;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of a data set: MovieLens or MovieTweetings.",
      defaultValue = "")
  private String data;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Simulated world instead: ecommerce, social, video or music.",
      defaultValue = "")
  private String scenario;

  @Option(
      names = "--events",
      paramLabel = "N",
      description =
          "Only the first N events (default: all of a data set, "
              + SIMULATED_EVENTS
              + " simulated).",
      defaultValue = "")
  private String events;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The job's configuration (default: the example that fits the events).",
      defaultValue = "")
  private String config;

  /** Opens the stream. */
  ExampleSource source(Consumer<String> messages) throws IOException {
    if (data.isBlank() == scenario.isBlank()) {
      throw new SpecException(
          "compare.data",
          data,
          "either the folder of a data set, or compare.scenario for a simulated world (found '"
              + scenario
              + "')");
    }
    return data.isBlank()
        ? ExampleSource.simulated(scenario, WORLD)
        : ExampleSource.replayed(Path.of(data), messages);
  }

  /** Reads the configuration. */
  RivuletConfig config(ExampleSource source) throws IOException {
    Path file = config.isBlank() ? null : Path.of(config);
    return ExampleConfig.read("compare.config", file, source.example());
  }

  /** How the configuration is called in the report. */
  String configName(ExampleSource source) {
    return config.isBlank() ? "docs/examples/" + source.example() + ".yaml" : config;
  }

  /** Most events to read. */
  long events() {
    if (events.isBlank()) {
      return data.isBlank() ? SIMULATED_EVENTS : Long.MAX_VALUE;
    }
    if (!events.matches("[1-9][0-9]{0,9}")) {
      throw new SpecException("compare.events", events, "a whole number of at least 1");
    }
    return Long.parseLong(events);
  }
}

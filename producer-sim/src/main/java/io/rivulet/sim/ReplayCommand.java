package io.rivulet.sim;

import io.rivulet.sim.replay.DataSet;
import io.rivulet.sim.sink.Pacing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends the ratings of a public data set in the order of (time, user, item): action rate,"
          + " value: the stars. Lines that cannot be read are left out, counted, and reported with"
          + " file, line number and reason.",
      "",
      "Data sets, told apart by the files in the folder:",
      "  u.data, u.item, u.user           MovieLens 100K",
      "  ratings.dat, movies.dat          MovieLens 1M (with users.dat), 10M; MovieTweetings",
      "  ratings.csv, movies.csv          MovieLens ml-latest, 20M, 25M, 32M",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  producer-sim replay ml-100k",
      "  producer-sim replay ml-25m --speed 100000",
      "  producer-sim replay ml-100k --dry-run --print 3"
    })
final class ReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "The folder with the data set's files.")
  private Path folder;

  @ArgGroup private Speed speed;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

  /** One of two ways to say how fast. */
  private static final class Speed {
    @Option(
        names = "--rate",
        paramLabel = "N",
        description = "Events per second (default: as many as possible).")
    private Double rate;

    @Option(
        names = "--speed",
        paramLabel = "X",
        description = "Replay X times as fast as it happened; 1 is real time.")
    private Double factor;

    private Pacing pacing() {
      return rate != null ? Pacing.rate(rate) : Pacing.realTime(factor);
    }
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter messages = spec.commandLine().getErr();
    Pacing pacing = speed == null ? Pacing.fullSpeed() : speed.pacing();
    DataSet dataSet =
        DataSet.read(
            folder,
            line -> {
              messages.println(line);
              messages.flush();
            });
    messages.println(dataSet.summary());
    try (Interruption interruption = new Interruption()) {
      new Transfer(output, spec.commandLine().getOut(), messages, interruption)
          .run(dataSet, pacing, event -> {});
    }
    return 0;
  }
}

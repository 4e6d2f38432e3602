package io.rivulet.compare;

import io.rivulet.config.RivuletConfig;
import io.rivulet.config.yaml.ConfigException;
import io.rivulet.examples.ExampleSource;
import io.rivulet.learner.spec.LearnerSpec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares architectures and weightings on one stream, in memory. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows what tasks gain or lose by sharing: every model learns the same stream, test then train,"
          + " and is set against the tasks alone. With Maven: mvn -Pcompare -Dcompare.data=DIR; every"
          + " option below is a property -Dcompare.NAME."
    })
public final class Compare implements Callable<Integer> {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;
  @Mixin private StreamOptions stream;
  @Mixin private ModelOptions models;
  @Mixin private RunOptions running;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for comparison.md, .csv and .png (default: ${DEFAULT-VALUE}).",
      defaultValue = "target/compare")
  private Path out;

  /** Runs the comparison and exits: 0 if it went well, 1 if it failed, 2 for a wrong option. */
  public static void main(String[] arguments) {
    // A table holds more than ASCII, whatever the locale.
    PrintWriter table = utf8(FileDescriptor.out);
    PrintWriter messages = utf8(FileDescriptor.err);
    System.exit(commandLine().setOut(table).setErr(messages).execute(arguments));
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Compare())
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(Compare::explain);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ExampleSource source = stream.source(this::say);
    RivuletConfig config = stream.config(source);
    LearnerSpec common = models.common(config.learner());
    List<Variant> variants = models.variants(common);
    Runs runs = running.runs(common);
    Report.prepare(out);
    Recording recording = new RecordingReader(config, this::say).read(source, stream.events());
    Comparison comparison =
        new Comparison(
            recording.name(),
            conditions(config.learner(), source, recording, runs),
            columns(common, recording),
            results(runs, variants, recording));
    MarkdownTable.lines(comparison).forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    Report.write(comparison, out).forEach(file -> say("written: " + file));
    return 0;
  }

  private List<Result> results(Runs runs, List<Variant> variants, Recording recording)
      throws InterruptedException {
    int count = variants.size() * runs.seeds();
    long events = (long) count * recording.events().size();
    try (Progress progress = new Progress(count, events, this::say, System::nanoTime)) {
      progress.every(BETWEEN_LINES);
      return runs.of(variants, recording.events(), progress);
    }
  }

  private static List<Column> columns(LearnerSpec common, Recording recording) {
    return common.tasks().stream()
        .map(
            task -> {
              Figure figure = Figure.of(task.type());
              return new Column(task.name(), figure, recording.best(task.name(), figure));
            })
        .toList();
  }

  private List<String> conditions(
      LearnerSpec configured, ExampleSource source, Recording recording, Runs runs) {
    List<String> conditions = new ArrayList<>();
    conditions.add("configuration: " + stream.configName(source));
    conditions.add(
        String.format(
            Locale.ROOT,
            "%,d events, each tested before it is learned from, in micro-batches of %d",
            recording.events().size(),
            runs.batch()));
    conditions.add(runs.seeds() == 1 ? "one seed" : "mean ± sd of " + runs.seeds() + " seeds");
    conditions.addAll(models.changes(configured));
    runs.kept()
        .forEach(
            (task, share) ->
                conditions.add(
                    String.format(
                        Locale.ROOT,
                        "%s: learned from %s %% of its labels, tested on all",
                        task,
                        Numbers.plain(100 * share))));
    return conditions;
  }

  private synchronized void say(String line) {
    spec.commandLine().getErr().println("compare: " + line);
    spec.commandLine().getErr().flush();
  }

  /** What a user can mend gets one line; anything else is a defect and keeps its stack trace. */
  private static int explain(
      Exception error, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    boolean option = error instanceof IllegalArgumentException;
    if (option || error instanceof ConfigException || error instanceof IOException) {
      command.getErr().println("compare: " + error.getMessage());
      return option ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }
    throw error;
  }
}

package io.rivulet.compare;

import io.rivulet.learner.data.Event;
import io.rivulet.learner.data.PrequentialRun;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs every variant over the stream once for each seed 1, 2, …. Runs know nothing of each other:
 * the results are the same whatever the number of threads.
 *
 * @param configured what the variants have in common
 * @param seeds number of runs of each variant, at least 1
 * @param batch most examples of a step, at least 1
 * @param kept by task name, the share of its labels that is learned from
 * @param threads runs at a time, at least 1
 */
record Runs(LearnerSpec configured, int seeds, int batch, Map<String, Double> kept, int threads) {
  /** As many examples may wait for their user's turn as in the job by default. */
  private static final int BUFFER = 4096;

  private record Run(List<Double> figures, long rejected) {}

  /** Runs all variants; their results have the variants' order. */
  List<Result> of(List<Variant> variants, List<Event> events, Progress progress)
      throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<List<Future<Run>>> pending = new ArrayList<>();
      for (Variant variant : variants) {
        List<Future<Run>> ofVariant = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
          long chosen = seed;
          ofVariant.add(executor.submit(() -> run(variant, chosen, events, progress)));
        }
        pending.add(ofVariant);
      }
      List<Result> results = new ArrayList<>();
      for (int i = 0; i < variants.size(); i++) {
        results.add(result(variants.get(i), pending.get(i)));
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  private Result result(Variant variant, List<Future<Run>> pending) throws InterruptedException {
    List<Run> runs = new ArrayList<>();
    for (Future<Run> future : pending) {
      try {
        runs.add(future.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(variant + " failed: " + e.getCause(), e.getCause());
      }
    }
    List<Sample> figures = new ArrayList<>();
    for (int task = 0; task < configured.tasks().size(); task++) {
      int of = task;
      figures.add(new Sample(runs.stream().map(run -> run.figures().get(of)).toList()));
    }
    return new Result(variant, figures, runs.stream().mapToLong(Run::rejected).sum());
  }

  private Run run(Variant variant, long seed, List<Event> events, Progress progress) {
    LearnerSpec spec = variant.of(configured, seed);
    try (PrequentialRun run = new PrequentialRun(spec, batch, BUFFER, kept)) {
      for (Event event : events) {
        run.add(event);
        progress.learned();
      }
      run.finish();
      List<Double> figures = new ArrayList<>();
      StringJoiner found = new StringJoiner(", ");
      for (int task = 0; task < spec.tasks().size(); task++) {
        TaskSpec of = spec.tasks().get(task);
        Figure figure = Figure.of(of.type());
        figures.add(figure.value(run.metrics().get(task)));
        found.add(
            "%s %s %s".formatted(of.name(), figure.label(), Numbers.figure(figures.get(task))));
      }
      progress.ended(variant + ", seed " + seed + ": " + found);
      return new Run(figures, run.rejected());
    }
  }
}

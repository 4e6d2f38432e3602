package io.rivulet.demo;

import io.rivulet.learner.metric.Exact;
import io.rivulet.learner.metric.TaskMetric;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.schema.TaskScore;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All predictions of one task with their labels, and the figures that follow from them. */
final class TaskTally {
  private static final double TINY = 1e-12;

  private final TaskSpec task;
  private final TaskMetric running;
  private long[] times = new long[1024];
  private float[] predictions = new float[1024];
  private float[] labels = new float[1024];
  private int size;

  TaskTally(TaskSpec task) {
    this.task = task;
    this.running = TaskMetric.of(task);
  }

  /** Adds one prediction; a score without label counts for nothing. */
  void add(TaskScore score, long eventTime) {
    if (score.getLabel() == null) {
      return;
    }
    float[] outputs = floats(score.getPrediction());
    running.add(outputs, 0, score.getLabel(), crossEntropy(outputs, score.getLabel()), 1);
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      predictions = Arrays.copyOf(predictions, size * 2);
      labels = Arrays.copyOf(labels, size * 2);
    }
    times[size] = eventTime;
    predictions[size] = outputs.length == 1 ? outputs[0] : largest(outputs);
    labels[size] = score.getLabel();
    size++;
  }

  String name() {
    return task.name();
  }

  /** The figure that a person watches: AUC, RMSE or accuracy so far, NaN if not defined yet. */
  double watched() {
    return running.values().getOrDefault(watchedName(), Double.NaN);
  }

  String watchedName() {
    return switch (task.type()) {
      case BINARY, PRODUCT -> "auc";
      case REGRESSION -> "rmse";
      case MULTICLASS -> "accuracy";
    };
  }

  /** The exact figures over all, and with {@code Last20} over the last fifth of the stream. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    put(figures, "", 0);
    put(figures, "Last20", lastFifth());
    if (running.values().containsKey("logLoss")) {
      figures.put("logLoss", running.values().get("logLoss"));
    }
    return figures;
  }

  private void put(Map<String, Double> figures, String suffix, long from) {
    float[] keptPredictions = new float[size];
    float[] keptLabels = new float[size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (times[i] >= from) {
        keptPredictions[kept] = predictions[i];
        keptLabels[kept] = labels[i];
        kept++;
      }
    }
    float[] p = Arrays.copyOf(keptPredictions, kept);
    float[] l = Arrays.copyOf(keptLabels, kept);
    double value =
        switch (task.type()) {
          case BINARY, PRODUCT -> Exact.auc(p, l);
          case REGRESSION -> Exact.rmse(p, l);
          case MULTICLASS -> equal(p, l);
        };
    figures.put(watchedName() + suffix, value);
  }

  private long lastFifth() {
    long[] sorted = Arrays.copyOf(times, size);
    Arrays.sort(sorted);
    return size == 0 ? 0 : sorted[(int) (size * 4L / 5)];
  }

  private static double equal(float[] predictions, float[] labels) {
    int hits = 0;
    for (int i = 0; i < labels.length; i++) {
      hits += predictions[i] == labels[i] ? 1 : 0;
    }
    return (double) hits / labels.length;
  }

  /** In nats; 0 for a regression, which has none. */
  private double crossEntropy(float[] outputs, float label) {
    return switch (task.type()) {
      case BINARY, PRODUCT -> -Math.log(Math.max(TINY, label == 1 ? outputs[0] : 1 - outputs[0]));
      case MULTICLASS -> -Math.log(Math.max(TINY, outputs[(int) label]));
      case REGRESSION -> 0;
    };
  }

  private static float largest(float[] outputs) {
    int best = 0;
    for (int i = 1; i < outputs.length; i++) {
      best = outputs[i] > outputs[best] ? i : best;
    }
    return best;
  }

  private static float[] floats(List<Float> list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i);
    }
    return values;
  }
}

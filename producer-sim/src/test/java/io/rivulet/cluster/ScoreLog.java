package io.rivulet.cluster;

import io.rivulet.demo.TopicTail;
import io.rivulet.schema.Score;
import io.rivulet.schema.TaskScore;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads a topic of scores as its consumers would, and keeps account of them. */
final class ScoreLog implements AutoCloseable {
  private final TopicTail<Score> tail;

  /** The log loss of the first task, by event; of an event scored twice, of the first score. */
  private final Map<String, Double> losses = new HashMap<>();

  private long newest = System.nanoTime();
  private long longestSilence;

  ScoreLog(String bootstrapServers, String topic) {
    tail = new TopicTail<>(bootstrapServers, topic, Score.class, this::add);
  }

  private synchronized void add(Score score) {
    long now = System.nanoTime();
    longestSilence = Math.max(longestSilence, now - newest);
    newest = now;
    losses.putIfAbsent(score.getEventId(), logLoss(score.getTasks().get(0)));
  }

  private static double logLoss(TaskScore task) {
    double likely = task.getPrediction().get(0);
    return -Math.log(task.getLabel() > 0 ? likely : 1 - likely);
  }

  /** Forgets the silences so far. */
  synchronized void listen() {
    newest = System.nanoTime();
    longestSilence = 0;
  }

  /** The longest time without a score since {@link #listen}. */
  synchronized Duration longestSilence() {
    return Duration.ofNanos(Math.max(longestSilence, System.nanoTime() - newest));
  }

  /** How many events have a score. */
  synchronized int size() {
    tail.check();
    return losses.size();
  }

  /** The events that have a score. */
  synchronized Set<String> events() {
    return Set.copyOf(losses.keySet());
  }

  /** Mean log loss over events that have a score. */
  synchronized double meanLoss(Collection<String> events) {
    return events.stream().mapToDouble(losses::get).average().orElseThrow();
  }

  @Override
  public void close() {
    tail.close();
  }
}

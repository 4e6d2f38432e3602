package io.rivulet.state.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which ids get a row: those with enough examples of late. What it remembers of ids without
 * a row is bounded, whatever the stream: a sketch for each key group.
 */
public final class Admission {
  private final int threshold;
  private final int window;
  private final KeyGroups keyGroups;
  private final Map<Integer, FrequencySketch> sketches = new TreeMap<>();

  /** Has met nobody. */
  public Admission(RowLimits limits, KeyGroups keyGroups) {
    threshold = limits.admission();
    window = Math.max(1, limits.admissionWindow() / keyGroups.total());
    this.keyGroups = keyGroups;
  }

  /**
   * Goes on from a snapshot. Takes no notice of key groups that are elsewhere, nor of sketches made
   * for another window: their ids are counted anew.
   */
  public void restore(Iterable<KeyGroupSketch> snapshot) {
    for (KeyGroupSketch saved : snapshot) {
      if (threshold > 1
          && keyGroups.holds(saved.keyGroup())
          && saved.counters().length == FrequencySketch.size(window)) {
        sketches.put(
            saved.keyGroup(), new FrequencySketch(window, saved.counters(), saved.events()));
      }
    }
  }

  /** Counts an example of an id that has no row, and says whether the id gets one with it. */
  public boolean admits(String id) {
    if (threshold <= 1) {
      return true;
    }
    return sketches.computeIfAbsent(keyGroups.of(id), group -> new FrequencySketch(window)).add(id)
        >= threshold;
  }

  /** What is to be kept. */
  public List<KeyGroupSketch> snapshot() {
    List<KeyGroupSketch> snapshot = new ArrayList<>();
    sketches.forEach(
        (group, sketch) ->
            snapshot.add(new KeyGroupSketch(group, sketch.events(), sketch.counters())));
    return snapshot;
  }
}

package io.rivulet.state.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrequencySketchTest {
  private static final int WINDOW = 10_000;

  private final FrequencySketch sketch = new FrequencySketch(WINDOW);

  @Test
  void countsEachIdsEvents() {
    for (int i = 1; i <= 5; i++) {
      assertThat(sketch.add("a")).isEqualTo(i);
    }
    assertThat(sketch.add("b")).isEqualTo(1);
  }

  @Test
  void aCountStopsAtTheMost() {
    for (int i = 0; i < 2 * FrequencySketch.MOST; i++) {
      sketch.add("a");
    }

    assertThat(sketch.add("a")).isEqualTo(FrequencySketch.MOST);
  }

  /** The claim of the class, with a stream of ids that never come again. */
  @Test
  void fewNewIdsAreTakenForKnownOnesHoweverLongTheStream() {
    int wrong = 0;
    int ids = 20 * WINDOW;
    for (int i = 0; i < ids; i++) {
      wrong += sketch.add("id-" + i) > 1 ? 1 : 0;
    }

    assertThat((double) wrong / ids).isLessThan(0.02);
  }

  @Test
  void anIdOfTheSameWindowIsNotForgotten() {
    int missed = 0;
    for (int i = 0; i < WINDOW / 4; i++) {
      sketch.add("id-" + i);
    }
    for (int i = 0; i < WINDOW / 4; i++) {
      missed += sketch.add("id-" + i) < 2 ? 1 : 0;
    }

    assertThat(missed).isZero();
  }

  /** However long the stream: half of the ids that come again within half a window. */
  @Test
  void theWindowIsAsLongAfterManyHalvings() {
    int ids = 500;
    int known = 0;
    int noise = 0;
    for (int id = 0; id < ids; id++) {
      // Not a divisor of the window, so that ids begin everywhere in it.
      for (int i = 0; i < WINDOW / 3 + 7; i++) {
        sketch.add("noise-" + noise++);
      }
      sketch.add("id-" + id);
      for (int i = 0; i < WINDOW / 2; i++) {
        sketch.add("noise-" + noise++);
      }
      known += sketch.add("id-" + id) > 1 ? 1 : 0;
    }

    assertThat((double) known / ids).isBetween(0.4, 0.6);
  }

  @Test
  void anIdOfLongAgoIsForgotten() {
    for (int i = 0; i < 4; i++) {
      sketch.add("a");
    }
    for (int i = 0; i < 4 * WINDOW; i++) {
      sketch.add("id-" + i);
    }

    assertThat(sketch.add("a")).isLessThan(3);
  }

  @Test
  void goesOnFromItsCounters() {
    sketch.add("a");
    sketch.add("a");

    FrequencySketch restored = new FrequencySketch(WINDOW, sketch.counters(), sketch.events());

    assertThat(restored.add("a")).isEqualTo(3);
    assertThat(restored.events()).isEqualTo(3);
    assertThat(restored.counters()).hasSize(FrequencySketch.size(WINDOW));
  }

  @Test
  void theSmallestWindowWorks() {
    FrequencySketch smallest = new FrequencySketch(1);

    assertThat(smallest.add("a")).isEqualTo(1);
  }
}

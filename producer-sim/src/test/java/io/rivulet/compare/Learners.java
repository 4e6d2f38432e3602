package io.rivulet.compare;

import io.rivulet.config.RivuletConfig;
import io.rivulet.learner.spec.LearnerSpec;

/** Specifications of two tasks, rating and like. */
final class Learners {
  private static final String TASKS =
      """
      learner:
        tasks:
          - name: rating
            type: regression
            label: {actions: [rate]}
            range: [1, 5]
          - name: like
            type: binary
            label: {actions: [rate], atLeast: 4}
            stopGradient: true
      """;

  private Learners() {}

  /** The defaults with some lines of their own. */
  static LearnerSpec of(String... lines) {
    StringBuilder text = new StringBuilder(TASKS);
    for (String line : lines) {
      text.append("  ").append(line).append('\n');
    }
    return RivuletConfig.parse("test", text.toString(), variable -> null).learner();
  }
}

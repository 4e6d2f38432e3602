package io.rivulet.learner.exploration;

import io.rivulet.learner.spec.ExplorationSpec;

/** Makes the exploration that a specification asks for. */
public final class Explorations {
  private Explorations() {}

  /** The exploration of {@code spec}. */
  public static Exploration of(ExplorationSpec spec) {
    return switch (spec.type()) {
      case NONE -> new Greedy();
      case EPSILON_GREEDY -> new EpsilonGreedy(spec.epsilon());
      case UCB -> new UpperConfidence(spec.scale());
      case THOMPSON -> new ThompsonSampling(spec.scale());
    };
  }
}

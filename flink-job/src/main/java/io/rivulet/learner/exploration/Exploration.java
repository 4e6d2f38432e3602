package io.rivulet.learner.exploration;

import java.util.random.RandomGenerator;

/**
 * Orders candidates: mostly the best first, now and then one of which little is known. Stateless.
 */
public interface Exploration {
  /**
   * An order to show candidates in. The arrays, of one length, are not changed.
   *
   * @param scores the model's ranking score of each, finite
   * @param uncertainty of each, in [0, 1]: see {@link Uncertainty}
   * @param random all chance comes from here: the same numbers give the same order
   * @return the candidates' indices, each once, first place first
   */
  int[] order(float[] scores, double[] uncertainty, RandomGenerator random);
}

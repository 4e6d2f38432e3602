package io.rivulet.learner.model;

import java.util.List;

/**
 * Passes one behind the other.
 *
 * @param room how many columns their arrays have
 */
record Sequence(List<Pass> passes, int room) implements Pass {
  @Override
  public float[] input() {
    return passes.get(0).input();
  }

  @Override
  public float[] output() {
    return last().output();
  }

  @Override
  public float[] outputGradient() {
    return last().outputGradient();
  }

  @Override
  public float[] inputGradient() {
    return passes.get(0).inputGradient();
  }

  @Override
  public void forward(int columns) {
    for (int i = 0; i < passes.size(); i++) {
      if (i > 0) {
        copy(passes.get(i - 1).output(), passes.get(i).input(), columns);
      }
      passes.get(i).forward(columns);
    }
  }

  @Override
  public Explosion backward(int columns) {
    for (int i = passes.size() - 1; i >= 0; i--) {
      Explosion exploded = passes.get(i).backward(columns);
      if (exploded != null) {
        return exploded;
      }
      if (i > 0) {
        copy(passes.get(i).inputGradient(), passes.get(i - 1).outputGradient(), columns);
      }
    }
    return null;
  }

  @Override
  public void close() {
    passes.forEach(Pass::close);
  }

  private Pass last() {
    return passes.get(passes.size() - 1);
  }

  private void copy(float[] from, float[] to, int columns) {
    System.arraycopy(from, 0, to, 0, to.length / room * columns);
  }
}

package io.rivulet.learner.model;

import java.util.List;

/** Passes one behind the other, each of which reads what the one before computes. */
record Sequence(List<Pass> passes) implements Pass {
  @Override
  public Activations input() {
    return passes.get(0).input();
  }

  @Override
  public Activations output() {
    return passes.get(passes.size() - 1).output();
  }

  @Override
  public void forward(int columns) {
    passes.forEach(pass -> pass.forward(columns));
  }

  @Override
  public Explosion backward(int columns) {
    Explosion exploded = null;
    for (int i = passes.size() - 1; i >= 0 && exploded == null; i--) {
      exploded = passes.get(i).backward(columns);
    }
    return exploded;
  }

  @Override
  public void close() {
    passes.forEach(Pass::close);
  }
}

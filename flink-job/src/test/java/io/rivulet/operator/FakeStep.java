package io.rivulet.operator;

import io.rivulet.learner.Step;

/** A step of one example of two tasks. */
record FakeStep(double[] losses, boolean wasTrained, String why) implements Step {
  static final double WEIGHT = 0.5;

  @Override
  public int size() {
    return 1;
  }

  @Override
  public float[] prediction(int example) {
    return new float[] {0.75f, 3};
  }

  @Override
  public double loss(int example, int task) {
    return losses[task];
  }

  @Override
  public double weight(int task) {
    return WEIGHT * (task + 1);
  }

  @Override
  public boolean trained(int example) {
    return wasTrained;
  }

  @Override
  public String rejection(int example) {
    return why;
  }
}

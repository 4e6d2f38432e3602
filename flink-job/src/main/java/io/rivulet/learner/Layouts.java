package io.rivulet.learner;

import io.rivulet.learner.model.Model;
import io.rivulet.learner.spec.LearnerSpec;

/** The layouts that follow from a specification. */
public final class Layouts {
  private Layouts() {}

  /** The layout of a user's or an item's row. */
  public static ParameterLayout rows(LearnerSpec spec) {
    return new SegmentedLayout(new Model(spec).row().segments(), spec.seed());
  }

  /** The layout of the parameters that all examples share. */
  public static ParameterLayout dense(LearnerSpec spec) {
    return new SegmentedLayout(new Model(spec).dense(), spec.seed());
  }
}

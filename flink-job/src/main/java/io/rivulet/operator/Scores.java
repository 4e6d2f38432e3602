package io.rivulet.operator;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.Score;
import io.rivulet.learner.Outputs;

/** Makes scores of predictions. */
final class Scores {
  private final String arm;
  private final Outputs outputs;

  Scores(LearnSettings settings) {
    arm = settings.arm();
    outputs = new Outputs(settings.spec());
  }

  /** The score of an event. */
  Score of(AttachedEvent event, float[] prediction, long modelVersion, long batch, long now) {
    return new Score(
        event.eventId(),
        event.requestId(),
        event.userId(),
        event.itemId(),
        arm,
        modelVersion,
        batch,
        event.eventTime(),
        now,
        outputs.fuse(prediction),
        prediction,
        event.labels());
  }
}

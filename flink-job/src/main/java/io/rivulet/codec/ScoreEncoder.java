package io.rivulet.codec;

import io.rivulet.domain.Encoder;
import io.rivulet.domain.Score;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.TaskScore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes scores. */
public final class ScoreEncoder implements Encoder<Score> {
  private static final long serialVersionUID = 1L;

  private final LearnerSpec spec;
  private final AvroWriter<io.rivulet.schema.Score> writer;
  private transient Outputs outputs;

  /** An encoder that names the given model's tasks. */
  public ScoreEncoder(LearnerSpec spec) {
    this.spec = spec;
    this.writer = new AvroWriter<>(io.rivulet.schema.Score.class);
  }

  @Override
  public byte[] key(Score score) {
    return score.userId().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] value(Score score) {
    return writer.write(
        new io.rivulet.schema.Score(
            score.eventId(),
            score.requestId(),
            score.userId(),
            score.itemId(),
            score.arm(),
            score.modelVersion(),
            score.batch(),
            Instant.ofEpochMilli(score.eventTime()),
            Instant.ofEpochMilli(score.scoredAt()),
            score.fused(),
            tasks(score)));
  }

  private List<TaskScore> tasks(Score score) {
    if (outputs == null) {
      outputs = new Outputs(spec);
    }
    List<TaskScore> tasks = new ArrayList<>(outputs.tasks());
    for (int task = 0; task < outputs.tasks(); task++) {
      List<Float> prediction = new ArrayList<>(outputs.length(task));
      for (int i = 0; i < outputs.length(task); i++) {
        prediction.add(score.prediction()[outputs.offset(task) + i]);
      }
      float label = score.labels()[task];
      tasks.add(
          new TaskScore(
              spec.tasks().get(task).name(), prediction, Float.isNaN(label) ? null : label));
    }
    return tasks;
  }
}

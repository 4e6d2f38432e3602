package io.rivulet.codec;

import io.rivulet.domain.Encoder;
import io.rivulet.domain.Score;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.spec.LearnerSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryEncoder;

/** Writes scores. */
public final class ScoreEncoder implements Encoder<Score> {
  private static final long serialVersionUID = 1L;

  /** Of a union with null first. */
  private static final int NULL = 0;

  private static final int PRESENT = 1;

  private final LearnerSpec spec;
  private transient Outputs outputs;

  /** What stands before each task's predictions: its name, and how many they are. */
  private transient byte[][] tasks;

  private transient FieldWriter writer;

  /** An encoder that names the given model's tasks. */
  public ScoreEncoder(LearnerSpec spec) {
    this.spec = spec;
  }

  @Override
  public byte[] key(Score score) {
    return score.userId().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] value(Score score) {
    if (writer == null) {
      open();
    }
    return writer.write(out -> write(score, out));
  }

  private void open() {
    outputs = new Outputs(spec);
    writer = FieldWriter.of(io.rivulet.schema.Score.class);
    FieldWriter parts = FieldWriter.ofParts();
    tasks = new byte[outputs.tasks()][];
    for (int task = 0; task < tasks.length; task++) {
      String name = spec.tasks().get(task).name();
      int predictions = outputs.length(task);
      tasks[task] =
          parts.write(
              out -> {
                out.writeString(name);
                out.writeArrayStart();
                out.setItemCount(predictions);
              });
    }
  }

  private void write(Score score, BinaryEncoder out) throws IOException {
    out.writeString(score.eventId());
    if (score.requestId() == null) {
      out.writeIndex(NULL);
    } else {
      out.writeIndex(PRESENT);
      out.writeString(score.requestId());
    }
    out.writeString(score.userId());
    out.writeString(score.itemId());
    out.writeString(score.arm());
    out.writeLong(score.modelVersion());
    out.writeLong(score.batch());
    out.writeLong(score.eventTime());
    out.writeLong(score.scoredAt());
    out.writeFloat(score.fused());
    out.writeArrayStart();
    out.setItemCount(outputs.tasks());
    for (int task = 0; task < outputs.tasks(); task++) {
      out.startItem();
      write(task, score, out);
    }
    out.writeArrayEnd();
  }

  private void write(int task, Score score, BinaryEncoder out) throws IOException {
    out.writeFixed(tasks[task]);
    for (int i = 0; i < outputs.length(task); i++) {
      out.writeFloat(score.prediction()[outputs.offset(task) + i]);
    }
    out.writeArrayEnd();
    float label = score.labels()[task];
    if (Float.isNaN(label)) {
      out.writeIndex(NULL);
    } else {
      out.writeIndex(PRESENT);
      out.writeFloat(label);
    }
  }
}

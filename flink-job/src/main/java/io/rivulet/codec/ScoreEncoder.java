package io.rivulet.codec;

import io.rivulet.domain.Encoder;
import io.rivulet.domain.Score;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.codec.AvroCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes scores: field by field in the order of their schema, because there is one for every event
 * and a record made just to be written costs ten times as much.
 */
public final class ScoreEncoder implements Encoder<Score> {
  private static final long serialVersionUID = 1L;

  /** Of a union with null first. */
  private static final int NULL = 0;

  private static final int PRESENT = 1;

  private final LearnerSpec spec;
  private transient Outputs outputs;

  /** What stands before each task's predictions: its name, and how many they are. */
  private transient byte[][] tasks;

  private transient byte[] header;
  private transient ByteArrayOutputStream bytes;
  private transient BinaryEncoder out;

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
    try {
      if (out == null) {
        open();
      }
      bytes.reset();
      bytes.write(header, 0, header.length);
      write(score);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a score in memory", e);
    }
    return bytes.toByteArray();
  }

  private void open() throws IOException {
    outputs = new Outputs(spec);
    header = AvroCodec.of(io.rivulet.schema.Score.class).header();
    bytes = new ByteArrayOutputStream();
    out = EncoderFactory.get().binaryEncoder(bytes, null);
    tasks = new byte[outputs.tasks()][];
    for (int task = 0; task < tasks.length; task++) {
      tasks[task] = beginning(spec.tasks().get(task).name(), outputs.length(task));
    }
  }

  private byte[] beginning(String name, int predictions) throws IOException {
    bytes.reset();
    out.writeString(name);
    out.writeArrayStart();
    out.setItemCount(predictions);
    out.flush();
    return bytes.toByteArray();
  }

  private void write(Score score) throws IOException {
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
      write(task, score);
    }
    out.writeArrayEnd();
  }

  private void write(int task, Score score) throws IOException {
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

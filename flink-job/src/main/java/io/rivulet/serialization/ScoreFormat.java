package io.rivulet.serialization;

import io.rivulet.domain.Score;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the components in their order. */
public final class ScoreFormat implements RecordFormat<Score> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<Score> type() {
    return Score.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Score score, DataOutputView out) throws IOException {
    Fields.writeString(score.eventId(), out);
    Fields.writeString(score.requestId(), out);
    Fields.writeString(score.userId(), out);
    Fields.writeString(score.itemId(), out);
    Fields.writeString(score.arm(), out);
    out.writeLong(score.modelVersion());
    out.writeLong(score.batch());
    out.writeLong(score.eventTime());
    out.writeLong(score.scoredAt());
    out.writeFloat(score.fused());
    Fields.writeFloats(score.prediction(), out);
    Fields.writeFloats(score.labels(), out);
  }

  @Override
  public Score read(DataInputView in, int version) throws IOException {
    return new Score(
        Fields.readString(in),
        Fields.readString(in),
        Fields.readString(in),
        Fields.readString(in),
        Fields.readString(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readFloat(),
        Fields.readFloats(in),
        Fields.readFloats(in));
  }
}

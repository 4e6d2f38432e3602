package io.rivulet.serialization;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.learner.Features;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the components in their order, the row behind a flag. */
public final class AttachedCandidateFormat implements RecordFormat<AttachedCandidate> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<AttachedCandidate> type() {
    return AttachedCandidate.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(AttachedCandidate candidate, DataOutputView out) throws IOException {
    RequestKeyFormat.write(candidate.request(), out);
    out.writeInt(candidate.place());
    Fields.writeString(candidate.userId(), out);
    Fields.writeInts(candidate.features().categories(), out);
    Fields.writeFloats(candidate.features().numbers(), out);
    Fields.writeFloats(candidate.features().content(), out);
    out.writeLong(candidate.itemRound());
    out.writeBoolean(candidate.itemRow() != null);
    if (candidate.itemRow() != null) {
      RowFormat.writePacked(candidate.itemRow(), out);
    }
  }

  @Override
  public AttachedCandidate read(DataInputView in, int version) throws IOException {
    return new AttachedCandidate(
        RequestKeyFormat.read(in),
        in.readInt(),
        Fields.readString(in),
        new Features(Fields.readInts(in), Fields.readFloats(in), Fields.readFloats(in)),
        in.readLong(),
        in.readBoolean() ? RowFormat.readPacked(in) : null);
  }
}

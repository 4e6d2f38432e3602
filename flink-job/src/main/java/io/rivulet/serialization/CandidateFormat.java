package io.rivulet.serialization;

import io.rivulet.domain.Candidate;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the components in their order. */
public final class CandidateFormat implements RecordFormat<Candidate> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<Candidate> type() {
    return Candidate.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Candidate candidate, DataOutputView out) throws IOException {
    RequestKeyFormat.write(candidate.request(), out);
    out.writeInt(candidate.place());
    Fields.writeString(candidate.userId(), out);
    Fields.writeString(candidate.itemId(), out);
  }

  @Override
  public Candidate read(DataInputView in, int version) throws IOException {
    return new Candidate(
        RequestKeyFormat.read(in), in.readInt(), Fields.readString(in), Fields.readString(in));
  }
}

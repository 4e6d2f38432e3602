package io.rivulet.serialization;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.domain.UserBound;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Version 1: a byte that says what follows, then the event in version 3, or the candidate or the
 * request in version 1.
 */
public final class UserBoundFormat implements RecordFormat<UserBound> {
  private static final long serialVersionUID = 1L;

  private static final byte EVENT = 0;
  private static final byte CANDIDATE = 1;
  private static final byte REQUEST = 2;

  private final AttachedEventFormat events = new AttachedEventFormat();
  private final AttachedCandidateFormat candidates = new AttachedCandidateFormat();
  private final ScoreRequestFormat requests = new ScoreRequestFormat();

  @Override
  public Class<UserBound> type() {
    return UserBound.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(UserBound value, DataOutputView out) throws IOException {
    if (value instanceof AttachedEvent event) {
      out.writeByte(EVENT);
      events.write(event, out);
    } else if (value instanceof AttachedCandidate candidate) {
      out.writeByte(CANDIDATE);
      candidates.write(candidate, out);
    } else {
      out.writeByte(REQUEST);
      requests.write((ScoreRequest) value, out);
    }
  }

  @Override
  public UserBound read(DataInputView in, int version) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case EVENT -> events.read(in, 3);
      case CANDIDATE -> candidates.read(in, 1);
      case REQUEST -> requests.read(in, 1);
      default -> throw new IOException("no record for a learner is of kind " + kind);
    };
  }
}

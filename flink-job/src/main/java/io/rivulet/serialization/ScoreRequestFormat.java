package io.rivulet.serialization;

import io.rivulet.domain.ScoreRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Version 1: the components in their order, the ids behind their number. */
public final class ScoreRequestFormat implements RecordFormat<ScoreRequest> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<ScoreRequest> type() {
    return ScoreRequest.class;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(ScoreRequest request, DataOutputView out) throws IOException {
    Fields.writeString(request.requestId(), out);
    Fields.writeString(request.userId(), out);
    out.writeInt(request.itemIds().size());
    for (String item : request.itemIds()) {
      Fields.writeString(item, out);
    }
    Fields.writeStrings(request.context(), out);
    Fields.writeNumbers(request.features(), out);
    out.writeInt(request.topK());
    OriginFormat.write(request.origin(), out);
  }

  @Override
  public ScoreRequest read(DataInputView in, int version) throws IOException {
    return new ScoreRequest(
        Fields.readString(in),
        Fields.readString(in),
        readIds(in),
        Fields.readStrings(in),
        Fields.readNumbers(in),
        in.readInt(),
        OriginFormat.read(in));
  }

  private static List<String> readIds(DataInputView in) throws IOException {
    int size = in.readInt();
    List<String> ids = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      ids.add(Fields.readString(in));
    }
    return ids;
  }
}

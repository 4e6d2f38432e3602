package io.rivulet.codec;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.Decoder;
import io.rivulet.domain.RawRecord;
import io.rivulet.domain.ScoreRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decodes score-requests. Of a candidate that is named twice, the first place counts. */
public final class ScoreRequestDecoder implements Decoder<ScoreRequest> {
  private static final long serialVersionUID = 1L;

  /** Most candidates of a request. */
  private static final int MOST_ITEMS = 1_000;

  private final AvroReader<io.rivulet.schema.ScoreRequest> reader;

  /**
   * A decoder.
   *
   * @param maxBytes larger records are refused
   */
  public ScoreRequestDecoder(int maxBytes) {
    this.reader = new AvroReader<>(io.rivulet.schema.ScoreRequest.class, maxBytes);
  }

  @Override
  public ScoreRequest decode(RawRecord raw) throws BadRecordException {
    io.rivulet.schema.ScoreRequest request = reader.read(raw);
    Validity.id("requestId", request.getRequestId());
    Validity.id("userId", request.getUserId());
    if (request.getTopK() < 1) {
      throw new BadRecordException(
          "topK is " + request.getTopK() + "; send a number of at least 1");
    }
    Validity.finite("features", request.getFeatures());
    return new ScoreRequest(
        request.getRequestId(),
        request.getUserId(),
        distinct(request.getItemIds()),
        request.getContext(),
        request.getFeatures(),
        request.getTopK(),
        raw.origin());
  }

  private static List<String> distinct(List<String> ids) throws BadRecordException {
    if (ids.isEmpty() || ids.size() > MOST_ITEMS) {
      throw new BadRecordException(
          "itemIds has " + ids.size() + " ids; send 1 to " + MOST_ITEMS + " candidates");
    }
    Set<String> distinct = new LinkedHashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      Validity.id("itemIds[" + i + "]", ids.get(i));
      distinct.add(ids.get(i));
    }
    return new ArrayList<>(distinct);
  }
}

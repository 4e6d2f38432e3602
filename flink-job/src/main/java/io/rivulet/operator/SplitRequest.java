package io.rivulet.operator;

import io.rivulet.domain.Candidate;
import io.rivulet.domain.RequestKey;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.domain.UserBound;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sends a request to the user's learner, and each of its candidates on the way over its item. All
 * of it leaves between the same two checkpoint barriers, so all of it arrives between them.
 */
public final class SplitRequest extends ProcessFunction<ScoreRequest, UserBound> {
  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(ScoreRequest request, Context context, Collector<UserBound> out) {
    out.collect(request);
    RequestKey key = request.key();
    for (int place = 0; place < request.itemIds().size(); place++) {
      context.output(
          StreamTypes.CANDIDATES,
          new Candidate(key, place, request.userId(), request.itemIds().get(place)));
    }
  }
}

package io.rivulet.domain;

import java.util.List;
import java.util.Map;

/**
 * A question: which of some items are best for a user; valid (ids present, numbers finite). It
 * never trains.
 *
 * @param itemIds the candidates, at least one, each once
 * @param context categorical facts of the moment, by name
 * @param features numeric facts of the moment, by name
 * @param topK how many of the best are wanted, >= 1
 */
public record ScoreRequest(
    String requestId,
    String userId,
    List<String> itemIds,
    Map<String, String> context,
    Map<String, Double> features,
    int topK,
    Origin origin)
    implements UserBound {

  /** Tells this request apart from all others under way. */
  public RequestKey key() {
    return RequestKey.of(origin);
  }
}

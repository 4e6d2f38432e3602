package io.rivulet.snapshot;

import java.util.List;
import java.util.Map;

/**
 * What is asked.
 *
 * @param context facts about the situation and its user, by name
 * @param numbers numeric facts about the situation, by name
 */
public record ScoreQuery(
    String userId, List<String> itemIds, Map<String, String> context, Map<String, Double> numbers) {
  /** Copies. */
  public ScoreQuery {
    itemIds = List.copyOf(itemIds);
    context = Map.copyOf(context);
    numbers = Map.copyOf(numbers);
  }
}

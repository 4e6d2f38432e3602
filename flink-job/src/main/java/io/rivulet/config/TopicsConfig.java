package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of the topics: 1 to 249 letters, digits, '.', '_' or '-', each topic its own. */
public record TopicsConfig(
    @Key(value = "In: what users did; key = user.", otherwise = "user-events") String userEvents,
    @Key(value = "In: what is known of items; key = item, compacted.", otherwise = "item-catalog")
        String itemCatalog,
    @Key(
            value = "In: items to score for a user, without learning from it; key = user.",
            otherwise = "score-requests")
        String scoreRequests,
    @Key(value = "Out: the predictions of each event; key = user.", otherwise = "scores")
        String scores,
    @Key(
            value = "Out: the answers to score-requests; key = request.",
            otherwise = "recommendations")
        String recommendations,
    @Key(value = "Out: how well the model predicts; key = arm.", otherwise = "metrics")
        String metrics,
    @Key(
            value = "Out: records that could not be used, with the reason; key as found.",
            otherwise = "dead-letters")
        String deadLetters,
    @Key(
            value =
                "Out: versions of the model, one transaction each; key = table:id, compacted, one"
                    + " partition.",
            otherwise = "model-snapshots")
        String modelSnapshots,
    @Key(
            value =
                "Loop: parameters that learners share; key = table:id, compacted. May be emptied"
                    + " with no learning lost.",
            otherwise = "parameters")
        String parameters)
    implements Serializable {

  /** Checks the names. */
  public TopicsConfig {
    Map<String, String> keys = new LinkedHashMap<>();
    byKey(
            userEvents,
            itemCatalog,
            scoreRequests,
            scores,
            recommendations,
            metrics,
            deadLetters,
            modelSnapshots,
            parameters)
        .forEach(
            (key, topic) -> {
              if (!topic.matches("[A-Za-z0-9._-]{1,249}") || topic.matches("\\.{1,2}")) {
                throw new SpecException(key, topic, "1 to 249 letters, digits, '.', '_' or '-'");
              }
              String other = keys.putIfAbsent(topic, key);
              if (other != null) {
                throw new SpecException(
                    key, topic, "a topic of its own: '" + other + "' has this one");
              }
            });
  }

  /** The name of each topic by its key here, in the order of the keys. */
  public Map<String, String> byKey() {
    return byKey(
        userEvents,
        itemCatalog,
        scoreRequests,
        scores,
        recommendations,
        metrics,
        deadLetters,
        modelSnapshots,
        parameters);
  }

  private static Map<String, String> byKey(
      String userEvents,
      String itemCatalog,
      String scoreRequests,
      String scores,
      String recommendations,
      String metrics,
      String deadLetters,
      String modelSnapshots,
      String parameters) {
    Map<String, String> topics = new LinkedHashMap<>();
    topics.put("userEvents", userEvents);
    topics.put("itemCatalog", itemCatalog);
    topics.put("scoreRequests", scoreRequests);
    topics.put("scores", scores);
    topics.put("recommendations", recommendations);
    topics.put("metrics", metrics);
    topics.put("deadLetters", deadLetters);
    topics.put("modelSnapshots", modelSnapshots);
    topics.put("parameters", parameters);
    return topics;
  }
}

package io.rivulet.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rivulet.fixture.RowCounts;

/**
 * How a run with a kill ended.
 *
 * @param seed makes the same run again
 * @param killedAfter seconds from the first event to the kill
 * @param recovery seconds from the last score before the gap to the first one after it
 * @param events distinct labelled events that were sent
 * @param counts what the model has counted in the end
 * @param unscored events without a score
 */
record FaultResult(
    long seed,
    Fault killed,
    double killedAfter,
    double recovery,
    long events,
    RowCounts counts,
    long unscored) {

  /** Events that some part of the model has not learned from. */
  long lost() {
    return Math.max(0, events - min());
  }

  /** Events that some part of the model has learned from once more than it should. */
  long doubled() {
    return Math.max(0, max() - events);
  }

  private long min() {
    return Math.min(counts.users(), Math.min(counts.items(), counts.dense()));
  }

  private long max() {
    return Math.max(counts.users(), Math.max(counts.items(), counts.dense()));
  }

  /** One line of JSON. */
  String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("seed", seed);
    json.put("killed", killed.label());
    json.put("killedAfterSeconds", killedAfter);
    json.put("recoverySeconds", recovery);
    json.put("events", events);
    json.put("userCounts", counts.users());
    json.put("itemCounts", counts.items());
    json.put("denseCount", counts.dense());
    json.put("unscored", unscored);
    return json.toString();
  }
}

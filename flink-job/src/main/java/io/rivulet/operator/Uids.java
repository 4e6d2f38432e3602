package io.rivulet.operator;

/**
 * The identity of every operator. State is found again by these after an upgrade: a changed uid
 * loses the operator's state, so they never change.
 */
public final class Uids {
  /** Reads user-events. */
  public static final String EVENT_SOURCE = "event-source";

  /** Reads item-catalog. */
  public static final String CATALOG_SOURCE = "catalog-source";

  /** Reads parameters: the way back of the loop. */
  public static final String PARAMETER_SOURCE = "parameter-source";

  /** Reads score-requests. */
  public static final String REQUEST_SOURCE = "request-source";

  /** Decodes and validates user-events. */
  public static final String DECODE_EVENTS = "decode-events";

  /** Encodes events, and numbers each user's. */
  public static final String SEQUENCE_EVENTS = "sequence-events";

  /** Decodes and validates item-catalog. */
  public static final String DECODE_CATALOG = "decode-catalog";

  /** Decodes parameters. */
  public static final String DECODE_PARAMETERS = "decode-parameters";

  /** Decodes and validates score-requests. */
  public static final String DECODE_REQUESTS = "decode-requests";

  /** Sends each candidate of a request over its item. */
  public static final String SPLIT_REQUESTS = "split-requests";

  /** Joins events with their item's facts and published row. */
  public static final String ATTACH_ITEM = "attach-item";

  /** Scores and learns; holds the user rows. */
  public static final String LEARN = "learn";

  /** Holds the item rows. */
  public static final String ITEM_OWNER = "item-owner";

  /** Holds the dense parameters. */
  public static final String DENSE_OWNER = "dense-owner";

  /** Sums the learners' metrics up, window by window. */
  public static final String METRICS_WINDOW = "metrics-window";

  /** Gathers versions of the model, and holds those that are not published. */
  public static final String SNAPSHOT_PUBLISHER = "snapshot-publisher";

  /** Writes model-snapshots. */
  public static final String SNAPSHOT_SINK = "snapshot-sink";

  /** Writes scores. */
  public static final String SCORE_SINK = "score-sink";

  /** Writes recommendations. */
  public static final String RECOMMENDATION_SINK = "recommendation-sink";

  /** Writes metrics. */
  public static final String METRICS_SINK = "metrics-sink";

  /** Writes dead-letters. */
  public static final String DEAD_LETTER_SINK = "dead-letter-sink";

  /** Writes the parameters of items: the way out of the loop. */
  public static final String PARAMETER_SINK = "parameter-sink";

  /** Writes the dense parameters. */
  public static final String DENSE_PARAMETER_SINK = "dense-parameter-sink";

  private Uids() {}
}

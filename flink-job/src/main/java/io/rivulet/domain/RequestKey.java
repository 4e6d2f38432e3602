package io.rivulet.domain;

/** Tells requests under way apart: where in its topic a request was read. */
public record RequestKey(int partition, long offset) {
  /** The key of what was read there. */
  public static RequestKey of(Origin origin) {
    return new RequestKey(origin.partition(), origin.offset());
  }
}

package io.rivulet.state.lifecycle;

/**
 * A row as it was when it was last looked at.
 *
 * @param count the row's count then: another one now means that the row has been used since
 * @param time milliseconds of event time, from which its time to live counts
 */
public record Sighting(String id, long count, long time) {}

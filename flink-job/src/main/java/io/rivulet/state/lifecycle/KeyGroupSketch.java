package io.rivulet.state.lifecycle;

/**
 * What is kept of the frequencies of one key group's ids; see {@link FrequencySketch}.
 *
 * @param events as the sketch counts them
 * @param counters not copied
 */
public record KeyGroupSketch(int keyGroup, int events, byte[] counters) {}

package io.rivulet.domain;

/** Where a record was read: with it a person finds the record again. */
public record Origin(String topic, int partition, long offset) {}

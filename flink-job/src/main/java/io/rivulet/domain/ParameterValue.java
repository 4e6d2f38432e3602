package io.rivulet.domain;

/**
 * A shared parameter as its owner published it.
 *
 * @param round stamp: the value holds every learner's work up to this round and nothing newer
 */
public record ParameterValue(Table table, String id, long round, Row row) {}

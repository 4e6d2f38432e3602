package io.rivulet.domain;

/**
 * One learner's work on one shared parameter in one round.
 *
 * @param round the round's stamp: the learner sends nothing older after it has closed the round
 * @param change what to add; its count is the number of examples behind it
 */
public record ParameterDelta(Table table, String id, long round, Row change) {}

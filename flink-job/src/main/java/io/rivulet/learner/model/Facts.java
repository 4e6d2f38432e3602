package io.rivulet.learner.model;

/**
 * What is known of an example besides user and item, as the specification orders it.
 *
 * @param categories a bucket for each categorical feature
 * @param numbers numeric features, NaN where not known
 * @param content the content vector; empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // carries arrays, is never compared
public record Facts(int[] categories, float[] numbers, float[] content) {}

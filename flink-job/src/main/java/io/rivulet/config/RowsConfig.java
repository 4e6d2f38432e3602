package io.rivulet.config;

import io.rivulet.learner.spec.Key;
import java.io.Serializable;

/** How long the rows of users and items are kept. */
public record RowsConfig(
    @Key(value = "The rows of users.", otherwise = "{}") RowLimitsConfig users,
    @Key(value = "The rows of items.", otherwise = "{}") RowLimitsConfig items)
    implements Serializable {}

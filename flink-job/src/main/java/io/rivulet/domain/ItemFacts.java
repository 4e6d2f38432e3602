package io.rivulet.domain;

import java.util.Map;

/**
 * What the catalog says of an item.
 *
 * @param attributes categorical facts, by name
 * @param content content vector, empty if the item has none
 * @param updateTime when the facts were established, milliseconds since the epoch
 */
public record ItemFacts(
    String itemId, Map<String, String> attributes, float[] content, long updateTime) {}

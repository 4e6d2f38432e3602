/**
 * What lies in the topic model-snapshots: consistent versions of a model, as those who publish them
 * and those who read them see it. Knows neither Flink nor Kafka.
 */
package io.rivulet.snapshot;

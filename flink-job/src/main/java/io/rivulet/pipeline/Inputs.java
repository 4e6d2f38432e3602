package io.rivulet.pipeline;

import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.Event;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.ScoreRequest;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The streams that flow into the pipeline, decoded and valid.
 *
 * @param requests questions, which are answered and never learned from
 * @param parameters what went out through {@link Sinks#parameters}: the way back of the loop
 * @param rejected records that could not be decoded
 */
public record Inputs(
    DataStream<Event> events,
    DataStream<ItemFacts> catalog,
    DataStream<ScoreRequest> requests,
    DataStream<ParameterValue> parameters,
    DataStream<DeadLetter> rejected) {}

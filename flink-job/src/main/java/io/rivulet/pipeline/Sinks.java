package io.rivulet.pipeline;

import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Recommendation;
import io.rivulet.domain.Score;
import io.rivulet.domain.WindowMetrics;
import io.rivulet.snapshot.SnapshotEntry;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Where the streams that leave the pipeline are connected to.
 *
 * @param items gets the published values of items
 * @param dense gets those of the dense parameters, from a single task
 * @param snapshots gets all records of a version between two checkpoint barriers; asked only if
 *     versions are published
 */
public record Sinks(
    Consumer<DataStream<Score>> scores,
    Consumer<DataStream<Recommendation>> recommendations,
    Consumer<DataStream<WindowMetrics>> metrics,
    Consumer<DataStream<ParameterValue>> items,
    Consumer<DataStream<ParameterValue>> dense,
    Consumer<DataStream<SnapshotEntry>> snapshots,
    Consumer<DataStream<DeadLetter>> deadLetters) {}

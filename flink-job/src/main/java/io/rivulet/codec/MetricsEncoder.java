package io.rivulet.codec;

import io.rivulet.domain.Encoder;
import io.rivulet.domain.MetricsDelta;
import io.rivulet.domain.WindowMetrics;
import io.rivulet.schema.Metrics;
import io.rivulet.schema.TaskMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Writes metrics. */
public final class MetricsEncoder implements Encoder<WindowMetrics> {
  private static final long serialVersionUID = 1L;

  private final AvroWriter<Metrics> writer = new AvroWriter<>(Metrics.class);

  @Override
  public byte[] key(WindowMetrics window) {
    return window.sums().arm().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] value(WindowMetrics window) {
    MetricsDelta sums = window.sums();
    List<TaskMetrics> tasks =
        window.tasks().stream()
            .map(
                task ->
                    new TaskMetrics(
                        task.name(), task.examples(), task.loss(), task.weight(), task.metrics()))
            .toList();
    return writer.write(
        new Metrics(
            sums.arm(),
            Instant.ofEpochMilli(window.start()),
            Instant.ofEpochMilli(window.end()),
            sums.scored(),
            sums.trained(),
            sums.rejected(),
            sums.batches(),
            sums.loopLagMillis(),
            tasks));
  }
}

package io.rivulet.codec;

import static io.rivulet.codec.Bytes.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.MetricsDelta;
import io.rivulet.domain.Origin;
import io.rivulet.domain.WindowMetrics;
import io.rivulet.fixture.SmallModel;
import io.rivulet.schema.DeadLetter;
import io.rivulet.schema.Metrics;
import io.rivulet.schema.Score;
import io.rivulet.schema.TaskMetrics;
import io.rivulet.schema.TaskScore;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

/** What consumers read of what the job writes. */
class EncodersTest {
  @Test
  void aScoreNamesItsTasks() throws CodecException, IOException, ClassNotFoundException {
    ScoreEncoder encoder = InstantiationUtil.clone(new ScoreEncoder(SmallModel.SPEC));
    var score =
        new io.rivulet.domain.Score(
            "event-1",
            null,
            "user-7",
            "item-9",
            "champion",
            42,
            7,
            1_000,
            2_000,
            0.75f,
            new float[] {0.25f, 3.5f},
            new float[] {1, Float.NaN});

    Score record =
        Score.newBuilder()
            .setEventId("event-1")
            .setRequestId(null)
            .setUserId("user-7")
            .setItemId("item-9")
            .setArm("champion")
            .setModelVersion(42)
            .setBatch(7)
            .setEventTime(Instant.ofEpochMilli(1_000))
            .setScoredAt(Instant.ofEpochMilli(2_000))
            .setFused(0.75f)
            .setTasks(
                List.of(
                    new TaskScore("like", List.of(0.25f), 1f),
                    new TaskScore("stars", List.of(3.5f), null)))
            .build();

    assertThat(new String(encoder.key(score), StandardCharsets.UTF_8)).isEqualTo("user-7");
    assertThat(read(Score.class, encoder.value(score))).isEqualTo(record);
    // By the schema, byte for byte, also when it is not the first.
    assertThat(encoder.value(score))
        .isEqualTo(AvroCodec.of(Score.class).encode(record))
        .isEqualTo(encoder.value(score));
  }

  @Test
  void aScoreOfARequestKeepsItsId() throws CodecException {
    ScoreEncoder encoder = new ScoreEncoder(SmallModel.SPEC);
    var score =
        new io.rivulet.domain.Score(
            "e", "request-é世", "u", "i", "a", 0, 0, 0, 0, 0, new float[2], new float[2]);

    assertThat(read(Score.class, encoder.value(score)).getRequestId()).isEqualTo("request-é世");
  }

  @Test
  void aWindowsMetricsStandByTask() throws CodecException {
    MetricsEncoder encoder = new MetricsEncoder();
    MetricsDelta sums = new MetricsDelta("champion", 5, 1000, 900, 1, 31, -1, List.of());
    WindowMetrics window =
        new WindowMetrics(
            1_000,
            2_000,
            sums,
            List.of(new WindowMetrics.Task("like", 900, 0.5, 1.5, Map.of("auc", 0.75))));

    assertThat(new String(encoder.key(window), StandardCharsets.UTF_8)).isEqualTo("champion");
    assertThat(read(Metrics.class, encoder.value(window)))
        .isEqualTo(
            Metrics.newBuilder()
                .setArm("champion")
                .setWindowStart(Instant.ofEpochMilli(1_000))
                .setWindowEnd(Instant.ofEpochMilli(2_000))
                .setScored(1000)
                .setTrained(900)
                .setRejected(1)
                .setBatches(31)
                .setLoopLagMillis(-1)
                .setTasks(List.of(new TaskMetrics("like", 900L, 0.5, 1.5, Map.of("auc", 0.75))))
                .build());
  }

  @Test
  void aDeadLetterKeepsKeyBytesAndOrigin() throws CodecException {
    DeadLetterEncoder encoder = new DeadLetterEncoder();
    var letter = letter(new byte[] {1}, new byte[] {2, 3});

    assertThat(encoder.key(letter)).containsExactly(1);
    assertThat(read(DeadLetter.class, encoder.value(letter)))
        .isEqualTo(
            DeadLetter.newBuilder()
                .setTopic("user-events")
                .setPartition(3)
                .setOffset(17)
                .setReason("eventId is missing")
                .setKey(ByteBuffer.wrap(new byte[] {1}))
                .setValue(ByteBuffer.wrap(new byte[] {2, 3}))
                .setValueSize(2)
                .setFailedAt(Instant.ofEpochMilli(1_000))
                .build());
  }

  @Test
  void aDeadLetterMayHaveNeitherKeyNorValue() throws CodecException {
    DeadLetterEncoder encoder = new DeadLetterEncoder();
    var letter = letter(null, null);

    DeadLetter read = read(DeadLetter.class, encoder.value(letter));

    assertThat(encoder.key(letter)).isNull();
    assertThat(read.getKey()).isNull();
    assertThat(read.getValue()).isNull();
  }

  private static io.rivulet.domain.DeadLetter letter(byte[] key, byte[] value) {
    return new io.rivulet.domain.DeadLetter(
        new Origin("user-events", 3, 17),
        "eventId is missing",
        key,
        value,
        value == null ? 0 : value.length,
        1_000);
  }
}

package io.rivulet.schema.codec;

import io.rivulet.schema.DeadLetter;
import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.Metrics;
import io.rivulet.schema.ParameterValue;
import io.rivulet.schema.RankedItem;
import io.rivulet.schema.Recommendation;
import io.rivulet.schema.Score;
import io.rivulet.schema.ScoreRequest;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.schema.SnapshotPointer;
import io.rivulet.schema.SnapshotRecord;
import io.rivulet.schema.TaskMetrics;
import io.rivulet.schema.TaskScore;
import io.rivulet.schema.UserEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** One filled record of every topic. Maps have one entry: their order is not part of a contract. */
final class TopicRecords {

  private static final Instant TIME = Instant.parse("2024-02-29T12:34:56.789Z");

  private TopicRecords() {}

  static List<SpecificRecord> all() {
    return List.of(
        deadLetter(),
        itemUpdate(),
        metrics(),
        parameterValue(),
        recommendation(),
        score(),
        scoreRequest(),
        snapshotManifest(),
        snapshotPointer(),
        snapshotRecord(),
        userEvent());
  }

  static UserEvent userEvent() {
    return UserEvent.newBuilder()
        .setEventId("event-1")
        .setRequestId("request-1")
        .setUserId("user-7")
        .setItemId("item-\u00e4\u4e2d")
        .setAction("rate")
        .setValue(4.5)
        .setWeight(0.5f)
        .setEventTime(TIME)
        .setContext(Map.of("device", "phone"))
        .setFeatures(Map.of("dwell", 12.25))
        .build();
  }

  static Score score() {
    return Score.newBuilder()
        .setEventId("event-1")
        .setRequestId("request-1")
        .setUserId("user-7")
        .setItemId("item-9")
        .setArm("champion")
        .setModelVersion(42)
        .setEventTime(TIME)
        .setBatch(7)
        .setScoredAt(TIME.plusMillis(12))
        .setFused(0.75f)
        .setTasks(
            List.of(
                new TaskScore("like", List.of(0.25f), 1f),
                new TaskScore("genre", List.of(0.5f, 0.25f, 0.25f), null)))
        .build();
  }

  private static DeadLetter deadLetter() {
    return DeadLetter.newBuilder()
        .setTopic("user-events")
        .setPartition(3)
        .setOffset(1L << 40)
        .setReason("eventId: empty")
        .setKey(ByteBuffer.wrap(new byte[] {1, 2, 3}))
        .setValue(ByteBuffer.wrap(new byte[] {-1, 0, 1}))
        .setValueSize(3)
        .setFailedAt(TIME)
        .build();
  }

  private static ItemUpdate itemUpdate() {
    return ItemUpdate.newBuilder()
        .setItemId("item-9")
        .setAttributes(Map.of("genre", "Drama"))
        .setContent(List.of(0.5f, -1.25f, 3f))
        .setUpdateTime(TIME)
        .build();
  }

  private static Metrics metrics() {
    return Metrics.newBuilder()
        .setArm("champion")
        .setWindowStart(TIME)
        .setWindowEnd(TIME.plusSeconds(1))
        .setScored(1000)
        .setTrained(900)
        .setRejected(1)
        .setBatches(31)
        .setLoopLagMillis(-1)
        .setTasks(List.of(new TaskMetrics("like", 900L, 0.5, 1.5, Map.of("auc", 0.77))))
        .build();
  }

  private static ParameterValue parameterValue() {
    return ParameterValue.newBuilder()
        .setTable("item")
        .setId("item-9")
        .setRound(1_709_210_096_800L)
        .setLayoutVersion(1)
        .setCount(17)
        .setLastSeen(TIME)
        .setValues(ByteBuffer.wrap(new byte[] {0, 0, -128, 63}))
        .build();
  }

  private static Recommendation recommendation() {
    return Recommendation.newBuilder()
        .setRequestId("request-1")
        .setUserId("user-7")
        .setArm("champion")
        .setModelVersion(42)
        .setScoredAt(TIME)
        .setItems(List.of(new RankedItem("item-9", 0.75f, true, Map.of("like", List.of(0.25f)))))
        .build();
  }

  private static ScoreRequest scoreRequest() {
    return ScoreRequest.newBuilder()
        .setRequestId("request-1")
        .setUserId("user-7")
        .setItemIds(List.of("item-9", "item-10"))
        .setContext(Map.of("device", "phone"))
        .setFeatures(Map.of("dwell", 12.25))
        .setTopK(2)
        .build();
  }

  private static SnapshotManifest snapshotManifest() {
    return SnapshotManifest.newBuilder()
        .setArm("champion")
        .setModelVersion(42)
        .setCreatedAt(TIME)
        .setArchitecture("shared-bottom")
        .setTasks(List.of("like", "genre"))
        .setTaskWeights(List.of(1f, 0.5f))
        .setSourceOffsets(Map.of("user-events-0", 1000L))
        .setRecords(Map.of("user", 12L))
        .setChecksum(0xCAFEBABEL)
        .setMetrics(Map.of("like.auc", 0.77))
        .setPreviousVersion(41)
        .setSpecification("embedding: 16\n")
        .setRowLayout(-5)
        .setDenseLayout(6)
        .setEncoding("int8")
        .setOptimizerSlots(false)
        .setTotals(Map.of("user", 90L))
        .setScoreError(Map.of("max", 0.001))
        .build();
  }

  private static SnapshotPointer snapshotPointer() {
    return SnapshotPointer.newBuilder()
        .setArm("champion")
        .setModelVersion(41)
        .setMarkedAt(TIME)
        .setReason("clicks fell")
        .build();
  }

  private static SnapshotRecord snapshotRecord() {
    return SnapshotRecord.newBuilder()
        .setTable("user")
        .setId("user-7")
        .setArm("champion")
        .setModelVersion(42)
        .setLayoutVersion(1)
        .setCount(17)
        .setValues(ByteBuffer.wrap(new byte[] {1, -1, 127}))
        .setLastSeen(TIME)
        .setEncoding("int8")
        .setSlots(false)
        .setPart(1)
        .setParts(2)
        .build();
  }
}

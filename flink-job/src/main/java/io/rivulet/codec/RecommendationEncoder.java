package io.rivulet.codec;

import io.rivulet.domain.Encoder;
import io.rivulet.domain.Recommendation;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.RankedItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes recommendations. One that the broker would refuse for its size loses its last items: it
 * would end the job each time it is made.
 */
public final class RecommendationEncoder implements Encoder<Recommendation> {
  private static final long serialVersionUID = 1L;

  /** Kafka's own limit is 1 MiB, key and framing included. */
  private static final int MOST_BYTES = 900_000;

  private final LearnerSpec spec;
  private final AvroWriter<io.rivulet.schema.Recommendation> writer;
  private transient Outputs outputs;

  /** An encoder that names the given model's tasks. */
  public RecommendationEncoder(LearnerSpec spec) {
    this.spec = spec;
    this.writer = new AvroWriter<>(io.rivulet.schema.Recommendation.class);
  }

  @Override
  public byte[] key(Recommendation answer) {
    return answer.requestId().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] value(Recommendation answer) {
    List<RankedItem> items = items(answer);
    byte[] value = value(answer, items);
    while (value.length > MOST_BYTES) {
      int fewer = (int) ((long) items.size() * MOST_BYTES / (value.length + 1L));
      items = items.subList(0, fewer);
      value = value(answer, items);
    }
    return value;
  }

  private byte[] value(Recommendation answer, List<RankedItem> items) {
    return writer.write(
        new io.rivulet.schema.Recommendation(
            answer.requestId(),
            answer.userId(),
            answer.arm(),
            answer.modelVersion(),
            Instant.ofEpochMilli(answer.scoredAt()),
            items));
  }

  private List<RankedItem> items(Recommendation answer) {
    if (outputs == null) {
      outputs = new Outputs(spec);
    }
    List<RankedItem> items = new ArrayList<>(answer.items().size());
    for (Recommendation.RankedItem item : answer.items()) {
      items.add(
          new RankedItem(item.itemId(), item.fused(), item.cold(), predictions(item.prediction())));
    }
    return items;
  }

  private Map<String, List<Float>> predictions(float[] prediction) {
    Map<String, List<Float>> byTask = new LinkedHashMap<>();
    for (int task = 0; task < outputs.tasks(); task++) {
      List<Float> numbers = new ArrayList<>(outputs.length(task));
      for (int i = 0; i < outputs.length(task); i++) {
        numbers.add(prediction[outputs.offset(task) + i]);
      }
      byTask.put(spec.tasks().get(task).name(), numbers);
    }
    return byTask;
  }
}

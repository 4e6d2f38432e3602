package io.rivulet.codec;

import static io.rivulet.codec.Bytes.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Recommendation.RankedItem;
import io.rivulet.fixture.SmallModel;
import io.rivulet.schema.Recommendation;
import io.rivulet.schema.codec.CodecException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class RecommendationEncoderTest {
  private final RecommendationEncoder encoder = new RecommendationEncoder(SmallModel.SPEC);

  @Test
  void itemsKeepTheirOrderAndNameTheTasks()
      throws CodecException, IOException, ClassNotFoundException {
    var answer =
        answer(
            List.of(
                new RankedItem("b", 0.75f, true, new float[] {0.25f, 3.5f}),
                new RankedItem("a", 0.5f, false, new float[] {0.5f, 1.5f})));

    RecommendationEncoder clone = InstantiationUtil.clone(encoder);
    assertThat(new String(clone.key(answer), StandardCharsets.UTF_8)).isEqualTo("request-1");
    assertThat(read(Recommendation.class, clone.value(answer)))
        .isEqualTo(
            new Recommendation(
                "request-1",
                "user-7",
                "champion",
                42L,
                Instant.ofEpochMilli(2_000),
                List.of(item("b", 0.75f, true, 0.25f, 3.5f), item("a", 0.5f, false, 0.5f, 1.5f))));
  }

  /** A record that the broker refuses would stop the job again and again. */
  @Test
  void anAnswerThatIsTooLargeLosesItsLastItems() throws CodecException {
    String longest = "\u4e2d".repeat(250);
    List<RankedItem> items =
        IntStream.range(0, 2_000)
            .mapToObj(i -> new RankedItem(longest + i, i, false, new float[] {1, 2}))
            .toList();

    byte[] value = encoder.value(answer(items));

    assertThat(value).hasSizeBetween(800_000, 900_000);
    List<io.rivulet.schema.RankedItem> left = read(Recommendation.class, value).getItems();
    assertThat(left).hasSizeBetween(1_000, 1_999);
    for (int i = 0; i < left.size(); i++) {
      assertThat(left.get(i).getItemId()).isEqualTo(longest + i);
    }
  }

  private static io.rivulet.domain.Recommendation answer(List<RankedItem> items) {
    return new io.rivulet.domain.Recommendation(
        "request-1", "user-7", "champion", 42, 2_000, items);
  }

  private static io.rivulet.schema.RankedItem item(
      String id, float fused, boolean cold, float like, float stars) {
    return new io.rivulet.schema.RankedItem(
        id, fused, cold, Map.of("like", List.of(like), "stars", List.of(stars)));
  }
}

package io.rivulet.codec;

import static io.rivulet.codec.Bytes.ORIGIN;
import static io.rivulet.codec.Bytes.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.RawRecord;
import io.rivulet.schema.ScoreRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreRequestDecoderTest {
  private final ScoreRequestDecoder decoder = new ScoreRequestDecoder(20_000);

  @Test
  void aValidRequestIsTakenOverWithItsOrigin()
      throws BadRecordException, IOException, ClassNotFoundException {
    assertThat(InstantiationUtil.clone(decoder).decode(raw(valid().build())))
        .isEqualTo(
            new io.rivulet.domain.ScoreRequest(
                "request-1",
                "user-7",
                List.of("item-2", "item-1"),
                Map.of("device", "phone"),
                Map.of("dwell", 12.25),
                1,
                ORIGIN));
  }

  @Test
  void aCandidateThatIsNamedTwiceIsOne() throws BadRecordException {
    RawRecord raw = raw(valid().setItemIds(List.of("b", "a", "b", "a", "c")).build());

    assertThat(decoder.decode(raw).itemIds()).containsExactly("b", "a", "c");
  }

  @Test
  void aThousandCandidatesAreAllowed() throws BadRecordException {
    assertThat(decoder.decode(raw(valid().setItemIds(ids(1_000)).build())).itemIds())
        .hasSize(1_000);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(request -> request.setRequestId(""), "requestId is missing: found ''; send an id"),
        wrong(request -> request.setUserId(" "), "userId is missing: found ' '; send an id"),
        wrong(
            request -> request.setItemIds(List.of()),
            "itemIds has 0 ids; send 1 to 1000 candidates"),
        wrong(
            request -> request.setItemIds(ids(1_001)),
            "itemIds has 1001 ids; send 1 to 1000 candidates"),
        wrong(
            request -> request.setItemIds(Collections.nCopies(1_001, "a")),
            "itemIds has 1001 ids; send 1 to 1000 candidates"),
        wrong(
            request -> request.setItemIds(List.of("a", "")),
            "itemIds[1] is missing: found ''; send an id"),
        wrong(
            request -> request.setItemIds(List.of("x".repeat(257))),
            "itemIds[0] has 257 characters; at most 256 are allowed"),
        wrong(request -> request.setTopK(0), "topK is 0; send a number of at least 1"),
        wrong(request -> request.setTopK(-3), "topK is -3; send a number of at least 1"),
        wrong(
            request -> request.setFeatures(Map.of("dwell", Double.NaN)),
            "features.dwell is NaN; send a finite number, or leave it out"),
        wrong(
            request -> request.setContext(Map.of("page", "x".repeat(20_000))),
            "the record has 20070 bytes, more than kafka.maxRecordBytes = 20000; send less, or"
                + " raise the limit"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongFieldIsNamedWithWhatWasFound(Consumer<ScoreRequest.Builder> wrong, String message) {
    ScoreRequest.Builder request = valid();
    wrong.accept(request);
    RawRecord raw = raw(request.build());

    assertThatThrownBy(() -> decoder.decode(raw))
        .isInstanceOf(BadRecordException.class)
        .hasMessage(message);
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "item-" + i).toList();
  }

  private static Arguments wrong(Consumer<ScoreRequest.Builder> change, String message) {
    return Arguments.of(change, message);
  }

  private static ScoreRequest.Builder valid() {
    return ScoreRequest.newBuilder()
        .setRequestId("request-1")
        .setUserId("user-7")
        .setItemIds(List.of("item-2", "item-1"))
        .setContext(Map.of("device", "phone"))
        .setFeatures(Map.of("dwell", 12.25))
        .setTopK(1);
  }
}

package io.rivulet.serialization;

import static io.rivulet.serialization.FormatSamples.ROUND;
import static io.rivulet.serialization.FormatSamples.ROW;
import static io.rivulet.serialization.FormatSamples.attached;
import static io.rivulet.serialization.FormatSamples.encoded;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.domain.Candidate;
import io.rivulet.domain.Origin;
import io.rivulet.domain.PackedRow;
import io.rivulet.domain.Recommendation;
import io.rivulet.domain.Recommendation.RankedItem;
import io.rivulet.domain.Row;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.learner.Features;
import io.rivulet.serialization.FormatSamples.Sample;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values of the formats of requests and of what is on its way with them. */
final class RequestFormatSamples {
  private RequestFormatSamples() {}

  static Stream<Sample<?>> all() {
    Origin origin = new Origin("score-requests", 3, 1L << 40);
    ScoreRequest request =
        new ScoreRequest(
            "request-1",
            "user-7",
            List.of("item-9", "item-\u00e4"),
            Map.of("device", "phone"),
            Map.of("dwell", 12.25),
            10,
            origin);
    Candidate candidate = new Candidate(request.key(), 1, "user-7", "item-\u00e4");
    AttachedCandidate attached = candidate(request, ROW);
    return Stream.of(
        new Sample<>("score-request", new ScoreRequestFormat(), request),
        new Sample<>("candidate", new CandidateFormat(), candidate),
        new Sample<>("attached-candidate", new AttachedCandidateFormat(), attached),
        new Sample<>(
            "attached-candidate-bare", new AttachedCandidateFormat(), candidate(request, null)),
        new Sample<>("item-bound-event", new ItemBoundFormat(), encoded("request-1", 3), 2),
        new Sample<>("item-bound-candidate", new ItemBoundFormat(), candidate),
        new Sample<>(
            "user-bound-event", new UserBoundFormat(), attached("request-1", ROW, false, 3)),
        new Sample<>("user-bound-candidate", new UserBoundFormat(), attached),
        new Sample<>("user-bound-request", new UserBoundFormat(), request),
        new Sample<>(
            "recommendation",
            new RecommendationFormat(),
            new Recommendation(
                "request-1",
                "user-7",
                "champion",
                42,
                1_709_210_096_801L,
                List.of(
                    new RankedItem("item-9", 0.75f, true, new float[] {0.25f, 0.5f}),
                    new RankedItem("item-8", 0.5f, false, new float[] {0.5f, 0.25f})))),
        new Sample<>(
            "recommendation-empty",
            new RecommendationFormat(),
            new Recommendation("request-1", "user-7", "champion", 0, 0, List.of())));
  }

  private static AttachedCandidate candidate(ScoreRequest request, Row row) {
    return new AttachedCandidate(
        request.key(),
        1,
        "user-7",
        new Features(new int[] {3, 0}, new float[] {Float.NaN}, new float[] {-1}),
        row == null ? Long.MIN_VALUE : ROUND,
        row == null ? null : PackedRow.of(row));
  }
}

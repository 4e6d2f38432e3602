package io.rivulet.operator;

import static io.rivulet.fixture.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Candidate;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.domain.UserBound;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SplitRequestTest {
  @Test
  void theRequestGoesOnceAndEachCandidateOverItsItem() throws Exception {
    ScoreRequest request = request(7, "user", "x", "y");
    try (OperatorHarness<UserBound, OneInputStreamOperatorTestHarness<ScoreRequest, UserBound>>
        split =
            OperatorHarness.open(
                () ->
                    new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(new SplitRequest())),
                StreamTypes.USER_BOUND.serializer(),
                0)) {
      split.flink().processElement(request, 0);

      assertThat(split.out().all())
          .containsExactly(
              request,
              new Candidate(request.key(), 0, "user", "x"),
              new Candidate(request.key(), 1, "user", "y"));
    }
  }
}

package io.rivulet.operator;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.Recommendation;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.domain.UserBound;
import io.rivulet.state.Gathered;
import io.rivulet.state.LocalModel;
import io.rivulet.state.OpenRequests;
import io.rivulet.state.ScoredCandidate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Answers each request as soon as all of its parts are there. */
final class Answers {
  private final OpenRequests open = new OpenRequests();
  private final LocalModel model;
  private final Ranking ranking;
  private final Consumer<Recommendation> out;
  private final Consumer<DeadLetter> refused;
  private final Counter answered;

  /**
   * No requests yet.
   *
   * @param out takes the answers
   * @param refused is told of requests of whose candidates some could not be scored
   */
  Answers(
      LearnSettings settings,
      LocalModel model,
      MetricGroup metrics,
      Consumer<Recommendation> out,
      Consumer<DeadLetter> refused) {
    this.model = model;
    this.out = out;
    this.refused = refused;
    ranking = new Ranking(settings);
    answered = metrics.counter("answered");
    metrics.gauge("openRequests", open::size);
  }

  /** Takes in a request or a candidate. What is answered need not see the events that wait. */
  void take(UserBound part, long modelVersion, long now) {
    Gathered gathered = null;
    if (part instanceof AttachedCandidate candidate) {
      gathered = open.add(candidate);
    } else if (part instanceof ScoreRequest request) {
      gathered = open.add(request);
    }
    if (gathered != null) {
      answer(gathered, modelVersion, now);
    }
  }

  private void answer(Gathered gathered, long modelVersion, long now) {
    ScoreRequest request = gathered.request();
    List<ScoredCandidate> scored = model.score(gathered);
    out.accept(ranking.answer(request, scored, modelVersion, now));
    answered.inc();
    List<ScoredCandidate> problems =
        scored.stream().filter(candidate -> candidate.problem() != null).toList();
    if (!problems.isEmpty()) {
      ScoredCandidate first = problems.get(0);
      String reason =
          "%d of %d candidates could not be scored and were left out; item '%s': %s"
              .formatted(problems.size(), scored.size(), first.itemId(), first.problem());
      refused.accept(new DeadLetter(request.origin(), reason, null, null, 0, now));
    }
  }
}

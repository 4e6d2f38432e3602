package io.rivulet.operator;

import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.Recommendation;
import io.rivulet.domain.Recommendation.RankedItem;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.learner.exploration.Exploration;
import io.rivulet.learner.exploration.Explorations;
import io.rivulet.learner.exploration.Uncertainty;
import io.rivulet.learner.layout.Hashing;
import io.rivulet.state.ScoredCandidate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes answers out of scored candidates. Those that have no score are left out. */
final class Answers {
  private final LearnSettings settings;
  private final Exploration exploration;

  Answers(LearnSettings settings) {
    this.settings = settings;
    exploration = Explorations.of(settings.exploration());
  }

  /** The best candidates, and some by chance: the same ones if the request is answered again. */
  Recommendation rank(
      ScoreRequest request, List<ScoredCandidate> scored, long modelVersion, long now) {
    List<ScoredCandidate> ranked =
        scored.stream().filter(candidate -> candidate.problem() == null).toList();
    int[] order = order(request.requestId(), ranked);
    List<RankedItem> best = new ArrayList<>();
    for (int place = 0; place < order.length && place < request.topK(); place++) {
      ScoredCandidate item = ranked.get(order[place]);
      best.add(new RankedItem(item.itemId(), item.fused(), item.cold(), item.prediction()));
    }
    return new Recommendation(
        request.requestId(), request.userId(), settings.arm(), modelVersion, now, best);
  }

  private int[] order(String requestId, List<ScoredCandidate> ranked) {
    float[] scores = new float[ranked.size()];
    double[] uncertainty = new double[ranked.size()];
    for (int i = 0; i < scores.length; i++) {
      ScoredCandidate item = ranked.get(i);
      scores[i] = item.fused();
      uncertainty[i] = Uncertainty.of(item.userExamples(), item.itemExamples());
    }
    long seed = Hashing.combine(settings.spec().seed(), requestId);
    return exploration.order(scores, uncertainty, new SplittableRandom(seed));
  }

  /** What to say of the candidates that were left out; null if there are none. */
  DeadLetter refused(ScoreRequest request, List<ScoredCandidate> scored, long now) {
    List<ScoredCandidate> refused =
        scored.stream().filter(candidate -> candidate.problem() != null).toList();
    if (refused.isEmpty()) {
      return null;
    }
    ScoredCandidate first = refused.get(0);
    String reason =
        "%d of %d candidates could not be scored and were left out; item '%s': %s"
            .formatted(refused.size(), scored.size(), first.itemId(), first.problem());
    return new DeadLetter(request.origin(), reason, null, null, 0, now);
  }
}

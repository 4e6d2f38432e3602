package io.rivulet.operator;

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

/** Ranks scored candidates; those that have no score are left out. */
final class Ranking {
  private final LearnSettings settings;
  private final Exploration exploration;

  Ranking(LearnSettings settings) {
    this.settings = settings;
    exploration = Explorations.of(settings.exploration());
  }

  /** The best candidates, and some by chance: the same ones if the request is answered again. */
  Recommendation answer(
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
}

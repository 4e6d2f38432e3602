package io.rivulet.state;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.domain.Row;
import io.rivulet.domain.ScoreRequest;
import io.rivulet.learner.Example;
import io.rivulet.learner.Features;
import io.rivulet.learner.Learner;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.Step;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.learner.spec.LearnerSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scores the candidates of requests with a learner's model, and leaves it as it is. */
final class CandidateScorer {
  /** Candidates in one pass through the network: more would not be faster, but need its memory. */
  private static final int BATCH = 256;

  private final Learner learner;
  private final UserRows users;
  private final ItemReplicas items;
  private final ExampleEncoder encoder;
  private final Outputs outputs;
  private final float[] noLabels;

  CandidateScorer(LearnerSpec spec, Learner learner, UserRows users, ItemReplicas items) {
    this.learner = learner;
    this.users = users;
    this.items = items;
    encoder = new ExampleEncoder(spec);
    outputs = new Outputs(spec);
    noLabels = new float[spec.tasks().size()];
    Arrays.fill(noLabels, Float.NaN);
  }

  /** What the model says of each candidate, in the request's order. */
  List<ScoredCandidate> score(Gathered gathered) {
    ScoreRequest request = gathered.request();
    Row user = users.peek(request.userId());
    Features asked = encoder.features(request.context(), request.features());
    List<ScoredCandidate> scored = new ArrayList<>(gathered.candidates().size());
    for (int from = 0; from < gathered.candidates().size(); from += BATCH) {
      int to = Math.min(from + BATCH, gathered.candidates().size());
      score(request, user, asked, gathered.candidates().subList(from, to), scored);
    }
    return scored;
  }

  private void score(
      ScoreRequest request,
      Row user,
      Features asked,
      List<AttachedCandidate> batch,
      List<ScoredCandidate> scored) {
    List<Row> rows = new ArrayList<>(batch.size());
    List<Example> examples = new ArrayList<>(batch.size());
    for (AttachedCandidate candidate : batch) {
      Row item = items.peek(request.itemIds().get(candidate.place()), candidate);
      rows.add(item);
      Features features = together(asked, candidate.features());
      examples.add(new Example(user.values(), item.values(), features, noLabels, 1));
    }
    Step step = learner.predict(examples);
    for (int i = 0; i < batch.size(); i++) {
      float[] prediction = step.prediction(i);
      float fused = outputs.fuse(prediction);
      String problem = step.rejection(i);
      if (problem == null && !Float.isFinite(fused)) {
        problem = "its score is not finite";
      }
      scored.add(
          new ScoredCandidate(
              request.itemIds().get(batch.get(i).place()),
              fused,
              prediction,
              problem,
              user.count(),
              rows.get(i).count()));
    }
  }

  /** Each category comes from the request or from the item; the other one has bucket 0 there. */
  private static Features together(Features asked, Features item) {
    int[] categories = asked.categories().clone();
    for (int i = 0; i < categories.length; i++) {
      categories[i] += item.categories()[i];
    }
    return new Features(categories, asked.numbers(), item.content());
  }
}

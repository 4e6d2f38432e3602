package io.rivulet.reader;

import io.rivulet.domain.ItemFacts;
import io.rivulet.snapshot.ModelDefinition;
import io.rivulet.snapshot.ModelStore;
import io.rivulet.snapshot.Predictor;
import io.rivulet.snapshot.ScoreQuery;
import io.rivulet.snapshot.Scores;
import io.rivulet.snapshot.SnapshotException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/** As many predictors as there are threads that predict at the same time. Thread-safe. */
final class PredictorPool implements AutoCloseable {
  private final String arm;
  private final Deque<Predictor> idle = new ArrayDeque<>();
  private ModelDefinition newest;
  private boolean closed;

  PredictorPool(String arm) {
    this.arm = arm;
  }

  Scores predict(ModelStore.View view, ScoreQuery query, Function<String, ItemFacts> facts) {
    Predictor predictor = take(view);
    try {
      return predictor.predict(view, query, facts);
    } finally {
      giveBack(predictor);
    }
  }

  private synchronized Predictor take(ModelStore.View view) {
    if (closed) {
      throw new IllegalStateException("the reader is closed");
    }
    try {
      newest = ModelDefinition.of(view.head().manifest(), newest);
    } catch (SnapshotException e) {
      throw new IllegalStateException("a version in use was checked before", e);
    }
    while (!idle.isEmpty()) {
      Predictor predictor = idle.pop();
      if (predictor.isOf(newest)) {
        return predictor;
      }
      predictor.close();
    }
    return new Predictor(newest, arm);
  }

  private synchronized void giveBack(Predictor predictor) {
    if (closed) {
      predictor.close();
    } else {
      idle.push(predictor);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Predictor::close);
    idle.clear();
  }
}

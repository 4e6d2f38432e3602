package io.rivulet.reader;

import io.rivulet.domain.ItemFacts;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.snapshot.MemoryModelStore;
import io.rivulet.snapshot.ModelStore;
import io.rivulet.snapshot.ScoreQuery;
import io.rivulet.snapshot.Scores;
import java.util.List;
import java.util.Map;

/**
 * The model of a job, kept up to date from its topics: predicts what the job predicts with the same
 * version, within 1e-5 (with rows that were published as fp32).
 *
 * <p>Thread-safe: any number of threads may predict. Each call sees one version, all of it; a new
 * version takes the place of the old one between two calls. Facts of items come from the catalog as
 * soon as they are read, whatever the version.
 *
 * <p>The version is the newest one that the job has published, or the one that was marked ({@code
 * rivulet-cli current}). One that is not whole or does not fit is refused: the version before stays
 * in use, and {@link #problem()} says why.
 */
public final class ModelReader implements AutoCloseable {
  private final ModelStore store;
  private final PredictorPool predictors;
  private final Following following;

  private ModelReader(ModelStore store, PredictorPool predictors, Following following) {
    this.store = store;
    this.predictors = predictors;
    this.following = following;
  }

  /**
   * Reads all that the topics hold, which may take a while, and goes on reading in a thread of its
   * own.
   *
   * @throws org.apache.kafka.common.KafkaException if the brokers cannot be reached
   * @throws IllegalArgumentException if a topic is not what it should be
   */
  public static ModelReader open(ReaderSettings settings) {
    ModelStore store =
        settings.store() == null ? new MemoryModelStore() : RocksModelStore.open(settings.store());
    try {
      Following following = new Following(settings, store);
      following.start();
      return new ModelReader(store, new PredictorPool(settings.arm()), following);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Number of the version in use; 0 while there is none. */
  public long version() {
    try (ModelStore.View view = store.view()) {
      return view == null ? 0 : view.head().version();
    }
  }

  /** What the job says of the version in use; null while there is none. */
  public SnapshotManifest manifest() {
    try (ModelStore.View view = store.view()) {
      return view == null ? null : SnapshotManifest.newBuilder(view.head().manifest()).build();
    }
  }

  /** What was refused last, or hinders the reading; null if nothing since the last version came. */
  public String problem() {
    return following.problem();
  }

  /**
   * Predicts how good items are for a user.
   *
   * @param context facts about the situation and its user, by name, as events carry them
   * @throws IllegalStateException while there is no version, or after {@link #close}
   */
  public Scores predict(String userId, List<String> itemIds, Map<String, String> context) {
    return predict(new ScoreQuery(userId, itemIds, context, Map.of()));
  }

  /**
   * Predicts how good items are for a user.
   *
   * @throws IllegalStateException while there is no version, or after {@link #close}
   */
  public Scores predict(ScoreQuery query) {
    try (ModelStore.View view = store.view()) {
      if (view == null) {
        throw new IllegalStateException(
            "the topic has no version of the model"
                + (problem() == null ? " yet" : ": " + problem()));
      }
      return predictors.predict(view, query, following::facts);
    }
  }

  /** What the catalog says of an item, null if nothing. */
  public ItemFacts facts(String itemId) {
    return following.facts(itemId);
  }

  /** Ends the reading. No call may be under way. */
  @Override
  public void close() {
    following.close();
    predictors.close();
    store.close();
  }
}

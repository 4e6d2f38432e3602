package io.rivulet.snapshot;

import io.rivulet.domain.RawRecord;
import io.rivulet.domain.Table;
import io.rivulet.schema.SnapshotManifest;
import java.util.Map;

/**
 * Makes a version out of the records of a plan, from the first to the last.
 *
 * <p>Of the version itself all records must be there, and be those that it was published with. Of
 * the versions before it compaction may have taken records in whose place newer ones are.
 */
public final class SnapshotBuild implements AutoCloseable {
  private final SnapshotPlan plan;
  private final ModelDefinition model;
  private final ModelStore.Update target;
  private final SnapshotRows rows;
  private final SegmentTally tally = new SegmentTally();

  /** Index in the plan's chain of the version whose records come. */
  private int version;

  private boolean over;

  /**
   * Begins with nothing.
   *
   * @param known the model of an earlier version, or null
   * @param target is closed with this
   * @throws SnapshotException if the manifest cannot be used
   */
  public SnapshotBuild(
      SnapshotPlan plan, ModelDefinition known, String arm, ModelStore.Update target)
      throws SnapshotException {
    this.plan = plan;
    this.target = target;
    model = ModelDefinition.of(plan.target().manifest(), known);
    rows = new SnapshotRows(model, arm, target);
  }

  /** The model that is made. */
  public ModelDefinition model() {
    return model;
  }

  /** Takes all records of the plan. */
  public void read(SnapshotTopic topic) throws SnapshotException {
    topic.seek(plan.from());
    while (topic.position() <= plan.to()) {
      for (RawRecord raw : topic.poll()) {
        if (add(raw)) {
          return;
        }
      }
    }
    while (!over) {
      endVersion();
    }
  }

  /** Takes the next record; whether it was the last. */
  private boolean add(RawRecord raw) throws SnapshotException {
    long offset = raw.origin().offset();
    while (version < plan.chain().size() && offset >= plan.chain().get(version).to()) {
      endVersion();
    }
    if (over) {
      return true;
    }
    if (plan.holds(offset)) {
      SnapshotKey key = SnapshotKey.find(raw.key());
      if (key != null && key.isRow()) {
        if (offset >= plan.chain().get(version).from()) {
          tally.add(key, raw.key(), raw.value());
        }
        rows.add(key, raw);
      }
    }
    return false;
  }

  private void endVersion() throws SnapshotException {
    SnapshotManifest manifest = plan.chain().get(version).manifest();
    version++;
    over = version == plan.chain().size();
    try {
      tally.check(manifest);
      rows.close(null);
    } catch (SnapshotException e) {
      if (over) {
        throw e;
      }
      rows.close(
          tally.isThinned(manifest)
              ? null
              : "version " + manifest.getModelVersion() + ": " + e.getMessage());
    }
    tally.clear();
  }

  /**
   * Makes the version the one in use.
   *
   * @throws SnapshotException if something of it is missing or cannot be used
   */
  public ModelStore.Head commit() throws SnapshotException {
    rows.check();
    checkTotals(plan.target().manifest(), target);
    ModelStore.Head head = new ModelStore.Head(plan.target().manifest(), plan.to() + 1);
    target.commit(head);
    return head;
  }

  /** Compares the number of rows with what a manifest says. */
  static void checkTotals(SnapshotManifest manifest, ModelStore.Update rows)
      throws SnapshotException {
    for (Map.Entry<String, Long> total : manifest.getTotals().entrySet()) {
      long found;
      try {
        found = rows.rows(Table.ofLabel(total.getKey()));
      } catch (IllegalArgumentException e) {
        throw new SnapshotException(e.getMessage() + "; use a reader of the job's release");
      }
      if (found != total.getValue()) {
        throw new SnapshotException(
            "the model has "
                + total.getValue()
                + " rows of table "
                + total.getKey()
                + ", and "
                + found
                + " are there: records were lost; let the job publish the whole model again");
      }
    }
  }

  @Override
  public void close() {
    target.close();
  }
}

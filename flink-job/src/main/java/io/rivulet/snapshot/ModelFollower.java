package io.rivulet.snapshot;

import io.rivulet.domain.RawRecord;

/**
 * Keeps a store at the version that is to be used: the newest, or the one that the topic's pointer
 * names. A version that cannot be used is refused with a message, and the one before stays. Not
 * thread-safe.
 */
public final class ModelFollower {
  /** Is told what happens. */
  public interface Listener {
    /** The store has another version now. */
    void switched(ModelStore.Head head, ModelDefinition model);

    /** Something was not used; the version in use stays. */
    void refused(String message);
  }

  private final String arm;
  private final ModelStore store;
  private final SnapshotTopic topic;
  private final Listener listener;
  private final SnapshotLog log;
  private final SnapshotChange change;
  private ModelStore.Head held;
  private ModelDefinition model;
  private boolean started;

  /**
   * A follower that has read nothing yet.
   *
   * @param mostBytes most bytes of a version's changes kept in memory; a larger one is read twice
   */
  public ModelFollower(
      String arm, ModelStore store, SnapshotTopic topic, long mostBytes, Listener listener) {
    this.arm = arm;
    this.store = store;
    this.topic = topic;
    this.listener = listener;
    log = new SnapshotLog(arm);
    change = new SnapshotChange(mostBytes);
  }

  /** What the topic says of the versions, as far as it was read. */
  public SnapshotLog log() {
    return log;
  }

  /** Reads what has come since the last time; the first time all that there is. */
  public void poll() {
    if (!started) {
      start();
      return;
    }
    for (RawRecord raw : topic.poll()) {
      if (!follow(raw)) {
        return;
      }
    }
  }

  private void start() {
    log.read(topic, listener::refused);
    started = true;
    resume();
    if (log.newest() != null) {
      settle(log.next(), false);
    }
  }

  /** A store may outlive its process: what it holds is used on if the topic still knows it. */
  private void resume() {
    try (ModelStore.View view = store.view()) {
      if (view != null) {
        PublishedVersion version = log.version(view.head().version());
        if (version != null && version.manifest().equals(view.head().manifest())) {
          model = ModelDefinition.of(version.manifest(), null);
          held = view.head();
          listener.switched(held, model);
        }
      }
    } catch (SnapshotException e) {
      listener.refused("the version kept here: " + e.getMessage());
    }
  }

  private boolean note(RawRecord raw) {
    try {
      log.add(raw);
      return true;
    } catch (SnapshotException e) {
      listener.refused(e.getMessage());
      return false;
    }
  }

  /** Takes a record; whether the next one is the one behind it. */
  private boolean follow(RawRecord raw) {
    boolean isNew = raw.origin().offset() >= log.next();
    boolean readable = note(raw);
    SnapshotKey key = SnapshotKey.find(raw.key());
    if (key == null) {
      return true;
    }
    if (key.isRow()) {
      change.add(key, raw);
      return true;
    }
    boolean counts =
        key.equals(SnapshotKey.ofManifest(arm)) || key.equals(SnapshotKey.ofCurrent(arm));
    if (isNew && readable && counts) {
      return settle(raw.origin().offset() + 1, true);
    }
    if (counts || key.kind().equals(SnapshotKey.VERSION)) {
      change.close();
    }
    return true;
  }

  /**
   * Goes to the version that is to be used; whether reading goes on where it is.
   *
   * @param gathered whether the records since the last manifest were read
   */
  private boolean settle(long next, boolean gathered) {
    PublishedVersion target = log.wanted() == 0 ? log.newest() : log.version(log.wanted());
    if (target == null) {
      listener.refused(
          "version "
              + log.wanted()
              + " is to be used, and the topic does not have it; mark one of "
              + log.numbers());
      change.close();
      return true;
    }
    if (held != null && held.manifest().equals(target.manifest())) {
      change.close();
      return true;
    }
    boolean follows =
        held != null
            && gathered
            && target.to() == next - 1
            && target.manifest().getPreviousVersion() == held.version()
            && !target.isWhole()
            && change.isWhole();
    return follows ? change(target) : rebuild(target, next);
  }

  private boolean change(PublishedVersion target) {
    try {
      ModelDefinition next = ModelDefinition.of(target.manifest(), model);
      if (!next.hasRowsOf(model)) {
        throw new SnapshotException(
            "it changes rows of version "
                + held.version()
                + ", whose numbers have another order; let the job publish the whole model again");
      }
      held = change.apply(target, next, arm, store);
      model = next;
      listener.switched(held, model);
    } catch (SnapshotException e) {
      refuse(target, e);
    }
    change.close();
    return true;
  }

  private boolean rebuild(PublishedVersion target, long next) {
    change.clear();
    try {
      SnapshotPlan plan = log.plan(target);
      try (SnapshotBuild build = new SnapshotBuild(plan, model, arm, store.replace())) {
        build.read(topic);
        held = build.commit();
        model = build.model();
      }
      topic.seek(held.nextOffset());
      listener.switched(held, model);
    } catch (SnapshotException e) {
      topic.seek(next);
      refuse(target, e);
    }
    return false;
  }

  private void refuse(PublishedVersion target, SnapshotException problem) {
    listener.refused(
        "version "
            + target.number()
            + " (manifest at offset "
            + target.to()
            + ") is refused: "
            + problem.getMessage()
            + (held == null ? "" : "; version " + held.version() + " stays in use"));
  }
}

package io.rivulet.snapshot;

import io.rivulet.domain.RawRecord;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.schema.SnapshotPointer;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the topic says of an arm's versions: which ones there are, where they lie, and which one is
 * to be used. Takes the records in their order; those that it has seen it takes no notice of.
 */
public final class SnapshotLog {
  private final AvroCodec<SnapshotManifest> manifests = AvroCodec.of(SnapshotManifest.class);
  private final AvroCodec<SnapshotPointer> pointers = AvroCodec.of(SnapshotPointer.class);
  private final String arm;
  private final List<PublishedVersion> versions = new ArrayList<>();

  /** Offsets in front of which nothing is needed by the versions behind them. */
  private final TreeSet<Long> bases = new TreeSet<>(List.of(0L));

  private SnapshotPointer pointer;
  private long next;
  private long from;

  /** Whether there are records of rows behind the last manifest. */
  private boolean open;

  /** A log of which nothing is known yet. */
  public SnapshotLog(String arm) {
    this.arm = arm;
  }

  /**
   * Takes a record.
   *
   * @throws SnapshotException if it is of this arm's versions and cannot be read; the log goes on
   */
  public void add(RawRecord raw) throws SnapshotException {
    if (raw.origin().offset() < next) {
      return;
    }
    next = raw.origin().offset() + 1;
    SnapshotKey key = key(raw);
    open |= key.isRow();
    try {
      if (key.equals(SnapshotKey.ofCurrent(arm))) {
        pointer = raw.value() == null ? null : pointers.decode(raw.value());
      } else if (key.equals(SnapshotKey.ofBase(arm))) {
        bases.add(raw.origin().offset());
      } else if (isOfVersion(key)) {
        if (raw.value() == null) {
          forget(key);
        } else {
          close(manifests.decode(raw.value()), raw.origin().offset());
        }
      }
    } catch (CodecException e) {
      if (isOfVersion(key)) {
        begin();
      }
      throw new SnapshotException(raw.origin(), key + ": " + e.getMessage());
    }
  }

  private static SnapshotKey key(RawRecord raw) throws SnapshotException {
    try {
      return SnapshotKey.parse(raw.key());
    } catch (IllegalArgumentException e) {
      throw new SnapshotException(raw.origin(), e.getMessage());
    }
  }

  private boolean isOfVersion(SnapshotKey key) {
    return key.equals(SnapshotKey.ofManifest(arm))
        || (key.kind().equals(SnapshotKey.VERSION) && key.id().startsWith(arm + ":"));
  }

  private void close(SnapshotManifest manifest, long offset) {
    PublishedVersion last = newest();
    if (!open && last != null && last.number() == manifest.getModelVersion()) {
      versions.set(versions.size() - 1, new PublishedVersion(manifest, last.from(), offset));
    } else {
      versions.add(new PublishedVersion(manifest, from, offset));
    }
    begin();
  }

  private void begin() {
    from = next;
    open = false;
  }

  private void forget(SnapshotKey key) {
    PublishedVersion newest = newest();
    versions.removeIf(
        version ->
            SnapshotKey.ofVersion(arm, version.number()).equals(key) && !version.equals(newest));
  }

  /**
   * Takes all records that a topic has now.
   *
   * @param refused is told what cannot be read
   */
  public void read(SnapshotTopic topic, Consumer<String> refused) {
    long end = topic.end();
    topic.seek(0);
    while (topic.position() < end) {
      for (RawRecord raw : topic.poll()) {
        try {
          add(raw);
        } catch (SnapshotException e) {
          refused.accept(e.getMessage());
        }
      }
    }
  }

  /** Numbers of the versions in the order in which they were published. */
  public List<Long> numbers() {
    return versions.stream().map(PublishedVersion::number).toList();
  }

  /** The versions in the order in which they were published. */
  public List<PublishedVersion> versions() {
    return List.copyOf(versions);
  }

  /** The newest version, or null if there is none. */
  public PublishedVersion newest() {
    return versions.isEmpty() ? null : versions.get(versions.size() - 1);
  }

  /** The version that was published last under a number, or null if there is none. */
  public PublishedVersion version(long number) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (versions.get(i).number() == number) {
        return versions.get(i);
      }
    }
    return null;
  }

  /** What says which version is to be used, or null if nothing does. */
  public SnapshotPointer pointer() {
    return pointer;
  }

  /** Number of the version that is to be used; 0 for the newest one, whichever that is. */
  public long wanted() {
    return pointer == null ? 0 : pointer.getModelVersion();
  }

  /** Offset of the first record that was not seen. */
  public long next() {
    return next;
  }

  /**
   * Where the records lie of which a version consists.
   *
   * @throws SnapshotException if the version that one of them changes is not there
   */
  public SnapshotPlan plan(PublishedVersion target) throws SnapshotException {
    List<PublishedVersion> chain = new ArrayList<>();
    chain.add(target);
    PublishedVersion last = target;
    for (int i = versions.lastIndexOf(target) - 1; i >= 0 && !last.isWhole(); i--) {
      if (versions.get(i).number() == last.manifest().getPreviousVersion()) {
        last = versions.get(i);
        chain.add(0, last);
      }
    }
    if (last.isWhole()) {
      return new SnapshotPlan(chain, last.from());
    }
    boolean older = last.manifest().getPreviousVersion() < versions.get(0).number();
    if (!older && !last.equals(versions.get(0))) {
      throw new SnapshotException(
          "version "
              + last.number()
              + " changes version "
              + last.manifest().getPreviousVersion()
              + ", which the topic does not have; use another version");
    }
    return new SnapshotPlan(chain, bases.floor(last.to()));
  }
}

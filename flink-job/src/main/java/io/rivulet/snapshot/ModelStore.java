package io.rivulet.snapshot;

import io.rivulet.domain.Table;
import io.rivulet.schema.SnapshotManifest;
import java.util.function.BiConsumer;

/**
 * Keeps the rows of one version of a model, and goes from one version to the next as a whole. One
 * thread makes updates, one after the other; any number of threads have views.
 */
public interface ModelStore extends AutoCloseable {
  /**
   * The version in use as it is now, until the view is closed; null if there is none. A view is to
   * be closed soon, by the thread that opened it: it may keep an update waiting, or memory in use.
   */
  View view();

  /** Begins an update that changes the version in use. */
  Update change();

  /** Begins an update that replaces the version in use by what it puts. */
  Update replace();

  /** Frees what is held. No view may be open. */
  @Override
  void close();

  /** What closes a version. */
  record Head(SnapshotManifest manifest, long nextOffset) {
    /** The version's number. */
    public long version() {
      return manifest.getModelVersion();
    }
  }

  /** All of one version, and nothing of another one. */
  interface View extends AutoCloseable {
    /** What closes the version: the same object for all views of one version. */
    Head head();

    /** The row, or null if there is none. */
    StoredRow row(Table table, String id);

    /** Number of rows. */
    long rows(Table table);

    /** Shows all rows of a table, in no particular order. */
    void forEach(Table table, BiConsumer<String, StoredRow> visitor);

    @Override
    void close();
  }

  /** What makes a version out of another one. Nobody sees it before it is committed. */
  interface Update extends AutoCloseable {
    /** Puts a row in the place of the one that the id has. */
    void put(Table table, String id, StoredRow row);

    /** Takes the id's row away, if it has one. */
    void remove(Table table, String id);

    /** Takes all rows away. */
    void clear();

    /** Number of rows as they would be after a commit now. */
    long rows(Table table);

    /** Makes it the version in use; the update is over. */
    void commit(Head head);

    /** Ends the update; if it was not committed, nothing has changed. */
    @Override
    void close();
  }
}

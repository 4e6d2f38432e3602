package io.rivulet.reader;

import io.rivulet.domain.Table;
import io.rivulet.snapshot.ModelStore.Head;
import java.util.Map;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/** A version as the database holds it, until nobody uses it any longer. Thread-safe. */
final class RocksVersion {
  private final RocksFolder folder;
  private final ColumnFamilyHandle family;
  private final Head head;
  private final Map<Table, Long> rows;
  private final Snapshot snapshot;
  private final ReadOptions options;
  private int users = 1;

  /** The newest state of the family, used once. */
  RocksVersion(RocksFolder folder, ColumnFamilyHandle family, Head head, Map<Table, Long> rows) {
    this.folder = folder;
    this.family = family;
    this.head = head;
    this.rows = Map.copyOf(rows);
    folder.acquire(family);
    snapshot = folder.db().getSnapshot();
    options = new ReadOptions().setSnapshot(snapshot);
  }

  Head head() {
    return head;
  }

  Map<Table, Long> rows() {
    return rows;
  }

  ColumnFamilyHandle family() {
    return family;
  }

  byte[] get(byte[] key) throws RocksDBException {
    return folder.db().get(family, options, key);
  }

  RocksIterator iterator() {
    return folder.db().newIterator(family, options);
  }

  synchronized void acquire() {
    users++;
  }

  synchronized void release() {
    users--;
    if (users == 0) {
      options.close();
      folder.db().releaseSnapshot(snapshot);
      folder.release(family);
    }
  }
}

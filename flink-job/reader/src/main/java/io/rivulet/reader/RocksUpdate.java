package io.rivulet.reader;

import io.rivulet.domain.Table;
import io.rivulet.snapshot.ModelStore.Head;
import io.rivulet.snapshot.ModelStore.Update;
import io.rivulet.snapshot.StoredRow;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Changes of the version in use wait in memory and are written at once. A new model is written as
 * it comes, to a place of its own.
 */
final class RocksUpdate implements Update {
  private static final int BATCH = 1 << 20;

  private final RocksFolder folder;
  private final Consumer<RocksVersion> use;
  private final boolean fresh;
  private final ColumnFamilyHandle family;
  private final WriteBatch batch = new WriteBatch();
  private final WriteOptions options = new WriteOptions();

  /** By table and id: whether it has a row once the batch is written. */
  private final Map<Table, Map<String, Boolean>> waiting = new EnumMap<>(Table.class);

  private final Map<Table, Long> rows = new EnumMap<>(Table.class);
  private boolean cleared;

  /**
   * An update.
   *
   * @param before the version to change, or null for a new model
   */
  RocksUpdate(RocksFolder folder, RocksVersion before, Consumer<RocksVersion> use) {
    this.folder = folder;
    this.use = use;
    fresh = before == null;
    if (fresh) {
      family = folder.create();
    } else {
      family = before.family();
      folder.acquire(family);
    }
    for (Table table : Table.values()) {
      rows.put(table, fresh ? 0 : before.rows().get(table));
      waiting.put(table, new HashMap<>());
    }
  }

  @Override
  public void put(Table table, String id, StoredRow row) {
    set(table, id, row.bytes());
  }

  @Override
  public void remove(Table table, String id) {
    set(table, id, null);
  }

  private void set(Table table, String id, byte[] value) {
    byte[] key = RocksFolder.key(table, id);
    try {
      long was = has(table, id, key) ? 1 : 0;
      rows.merge(table, (value == null ? 0 : 1) - was, Long::sum);
      waiting.get(table).put(id, value != null);
      if (value == null) {
        batch.delete(family, key);
      } else {
        batch.put(family, key, value);
      }
      if (fresh && batch.getDataSize() > BATCH) {
        folder.db().write(options, batch);
        batch.clear();
        waiting.values().forEach(Map::clear);
      }
    } catch (RocksDBException e) {
      throw RocksFolder.failure(e);
    }
  }

  private boolean has(Table table, String id, byte[] key) throws RocksDBException {
    Boolean inBatch = waiting.get(table).get(id);
    if (inBatch != null) {
      return inBatch;
    }
    return (fresh || !cleared) && folder.db().get(family, key) != null;
  }

  @Override
  public void clear() {
    try {
      batch.clear();
      waiting.values().forEach(Map::clear);
      rows.replaceAll((table, number) -> 0L);
      byte[] end = {Byte.MAX_VALUE};
      if (fresh) {
        folder.db().deleteRange(family, new byte[0], end);
      } else {
        batch.deleteRange(family, new byte[0], end);
        cleared = true;
      }
    } catch (RocksDBException e) {
      throw RocksFolder.failure(e);
    }
  }

  @Override
  public long rows(Table table) {
    return rows.get(table);
  }

  @Override
  public void commit(Head head) {
    use.accept(folder.commit(batch, family, head, rows));
  }

  @Override
  public void close() {
    batch.close();
    options.close();
    folder.release(family);
  }
}

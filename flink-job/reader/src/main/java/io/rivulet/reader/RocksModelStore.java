package io.rivulet.reader;

import io.rivulet.domain.Table;
import io.rivulet.snapshot.ModelStore;
import io.rivulet.snapshot.StoredRow;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * Rows in a RocksDB of this machine: a model may be larger than memory, and outlives the process.
 * Views go on with the version that they began with while the next one is written.
 */
public final class RocksModelStore implements ModelStore {
  private final RocksFolder folder;
  private RocksVersion current;

  private RocksModelStore(RocksFolder folder) {
    this.folder = folder;
    current = folder.load();
  }

  /**
   * Opens a store, with the version that it held before.
   *
   * @param path a folder for this store alone; made if it is not there
   * @throws IllegalArgumentException if it cannot be used, e.g. because another process does
   */
  public static RocksModelStore open(Path path) {
    return new RocksModelStore(new RocksFolder(path));
  }

  @Override
  public synchronized View view() {
    if (current == null) {
      return null;
    }
    current.acquire();
    return new OpenView(current);
  }

  @Override
  public synchronized Update change() {
    return current == null ? replace() : new RocksUpdate(folder, current, this::use);
  }

  @Override
  public Update replace() {
    return new RocksUpdate(folder, null, this::use);
  }

  private synchronized void use(RocksVersion next) {
    if (current != null) {
      current.release();
    }
    current = next;
  }

  @Override
  public synchronized void close() {
    folder.beginClose();
    if (current != null) {
      current.release();
      current = null;
    }
    folder.close();
  }

  private record OpenView(RocksVersion version) implements View {
    @Override
    public Head head() {
      return version.head();
    }

    @Override
    public StoredRow row(Table table, String id) {
      try {
        byte[] bytes = version.get(RocksFolder.key(table, id));
        return bytes == null ? null : StoredRow.of(bytes);
      } catch (RocksDBException e) {
        throw RocksFolder.failure(e);
      }
    }

    @Override
    public long rows(Table table) {
      return version.rows().get(table);
    }

    @Override
    public void forEach(Table table, BiConsumer<String, StoredRow> visitor) {
      byte[] first = RocksFolder.key(table, "");
      try (RocksIterator rows = version.iterator()) {
        for (rows.seek(first); rows.isValid() && rows.key()[0] == first[0]; rows.next()) {
          visitor.accept(RocksFolder.id(rows.key()), StoredRow.of(rows.value()));
        }
      }
    }

    @Override
    public void close() {
      version.release();
    }
  }
}

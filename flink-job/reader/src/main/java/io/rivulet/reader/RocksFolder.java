package io.rivulet.reader;

import io.rivulet.domain.Table;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.schema.codec.CodecException;
import io.rivulet.snapshot.ModelStore.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The database of a {@link RocksModelStore}: a column family of rows for each model that was built
 * from its beginning, and in the default one a record that says which of them is in use.
 */
final class RocksFolder implements AutoCloseable {
  private static final byte[] HEAD = "head".getBytes(StandardCharsets.UTF_8);

  private final AvroCodec<SnapshotManifest> manifests = AvroCodec.of(SnapshotManifest.class);
  private final RocksDB db;
  private final DBOptions options = new DBOptions().setCreateIfMissing(true);
  private final WriteOptions durably = new WriteOptions().setSync(true);
  private final List<ColumnFamilyHandle> families = new ArrayList<>();

  /** By name: how many versions and updates need the family's rows. */
  private final Map<Long, Integer> users = new HashMap<>();

  private boolean closing;
  private long last;

  RocksFolder(Path path) {
    RocksDB.loadLibrary();
    try (Options known = new Options()) {
      Files.createDirectories(path);
      List<byte[]> names = RocksDB.listColumnFamilies(known, path.toString());
      if (names.isEmpty()) {
        names = List.of(RocksDB.DEFAULT_COLUMN_FAMILY);
      }
      db =
          RocksDB.open(
              options,
              path.toString(),
              names.stream().map(ColumnFamilyDescriptor::new).toList(),
              families);
    } catch (IOException | RocksDBException e) {
      durably.close();
      options.close();
      throw new IllegalArgumentException(
          path
              + ": no place for a model's rows ("
              + e.getMessage()
              + "); name a folder that no other reader uses",
          e);
    }
  }

  static byte[] key(Table table, String id) {
    byte[] text = id.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + text.length).put(table.code()).put(text).array();
  }

  static String id(byte[] key) {
    return new String(key, 1, key.length - 1, StandardCharsets.UTF_8);
  }

  static IllegalStateException failure(RocksDBException e) {
    return new IllegalStateException("the store of the model's rows failed: " + e.getMessage(), e);
  }

  RocksDB db() {
    return db;
  }

  /** The version in use when the folder was closed, or null; what belongs to no version goes. */
  RocksVersion load() {
    try {
      byte[] bytes = db.get(families.get(0), HEAD);
      RocksVersion version = null;
      for (ColumnFamilyHandle family : List.copyOf(families.subList(1, families.size()))) {
        long number = number(family);
        last = Math.max(last, number);
        if (bytes != null && ByteBuffer.wrap(bytes).getLong() == number) {
          version = version(bytes, family);
        } else {
          drop(family);
        }
      }
      return version;
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  private RocksVersion version(byte[] bytes, ColumnFamilyHandle family) {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    source.getLong();
    long next = source.getLong();
    Map<Table, Long> rows = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      rows.put(table, source.getLong());
    }
    byte[] manifest = new byte[source.remaining()];
    source.get(manifest);
    try {
      return new RocksVersion(this, family, new Head(manifests.decode(manifest), next), rows);
    } catch (CodecException e) {
      // Written by a newer program: it is read from the topic again.
      return null;
    }
  }

  /** A place for another model, used once. */
  synchronized ColumnFamilyHandle create() {
    try {
      last++;
      byte[] name = ByteBuffer.allocate(Long.BYTES).putLong(last).array();
      ColumnFamilyHandle family = db.createColumnFamily(new ColumnFamilyDescriptor(name));
      families.add(family);
      acquire(family);
      return family;
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  /** Keeps a family's rows until they are released as often as they were acquired. */
  synchronized void acquire(ColumnFamilyHandle family) {
    users.merge(number(family), 1, Integer::sum);
  }

  synchronized void release(ColumnFamilyHandle family) {
    long number = number(family);
    if (users.merge(number, -1, Integer::sum) == 0) {
      users.remove(number);
      if (!closing) {
        drop(family);
      }
    }
  }

  private static long number(ColumnFamilyHandle family) {
    try {
      return ByteBuffer.wrap(family.getName()).getLong();
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  private void drop(ColumnFamilyHandle family) {
    try {
      db.dropColumnFamily(family);
      families.remove(family);
      family.close();
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  /** From now on no rows are dropped. */
  synchronized void beginClose() {
    closing = true;
  }

  /** Writes changes and what closes them at once. */
  RocksVersion commit(
      WriteBatch batch, ColumnFamilyHandle family, Head head, Map<Table, Long> rows) {
    byte[] manifest = manifests.encode(head.manifest());
    try {
      ByteBuffer bytes =
          ByteBuffer.allocate((2 + rows.size()) * Long.BYTES + manifest.length)
              .put(family.getName())
              .putLong(head.nextOffset());
      for (Table table : Table.values()) {
        bytes.putLong(rows.get(table));
      }
      batch.put(families.get(0), HEAD, bytes.put(manifest).array());
      db.write(durably, batch);
      return new RocksVersion(this, family, head, rows);
    } catch (RocksDBException e) {
      throw failure(e);
    }
  }

  @Override
  public void close() {
    families.forEach(ColumnFamilyHandle::close);
    db.close();
    durably.close();
    options.close();
  }
}

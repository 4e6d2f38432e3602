package io.rivulet.operator;

import java.util.Collection;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;

/** Lets RocksDB write files early: little stays in memory, so that files are what state takes. */
final class SmallFiles implements RocksDBOptionsFactory {
  private static final long serialVersionUID = 1L;
  private static final long BYTES = 1 << 20;

  @Override
  public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> closeables) {
    return options;
  }

  @Override
  public ColumnFamilyOptions createColumnOptions(
      ColumnFamilyOptions options, Collection<AutoCloseable> closeables) {
    return options.setWriteBufferSize(BYTES).setTargetFileSizeBase(BYTES);
  }
}

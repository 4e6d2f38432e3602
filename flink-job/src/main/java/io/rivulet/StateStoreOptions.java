package io.rivulet;

import java.util.Collection;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.DBOptions;
import org.rocksdb.Priority;

/**
 * How RocksDB shares the cores with the learners. A barrier, and all events behind it, waits until
 * a task's changes are written to files (flush). Nothing waits until files are merged (compaction),
 * which takes as long as all else that a checkpoint costs, and makes the next one upload as much.
 */
public final class StateStoreOptions implements RocksDBOptionsFactory {
  private static final long serialVersionUID = 1L;

  /** All states of a process together: with one, a barrier waits for the flushes of all others. */
  private static final int FLUSHES = 4;

  private static final int COMPACTIONS = 1;

  /** Files before some are merged: a new one each checkpoint, if little is changed. */
  private static final int FILES = 8;

  /** As Flink makes it from its settings. */
  public StateStoreOptions() {}

  @Override
  @SuppressWarnings("deprecation") // of the jobs that its successor counts, a quarter only flush
  public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> closeables) {
    // RocksDB's threads are the process's.
    options.getEnv().lowerThreadPoolCPUPriority(Priority.LOW);
    // All states of a task in one go: one by one, each waits for a thread and for a core anew.
    return options
        .setMaxBackgroundFlushes(FLUSHES)
        .setMaxBackgroundCompactions(COMPACTIONS)
        .setAtomicFlush(true);
  }

  @Override
  public ColumnFamilyOptions createColumnOptions(
      ColumnFamilyOptions options, Collection<AutoCloseable> closeables) {
    // Recent events come and are never changed. With levels each merge writes all of the level
    // anew, and the next checkpoint uploads it; so files of like size are merged with each other.
    return options
        .setCompactionStyle(CompactionStyle.UNIVERSAL)
        .setLevel0FileNumCompactionTrigger(FILES);
  }
}

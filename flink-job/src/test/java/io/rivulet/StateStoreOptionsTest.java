package io.rivulet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class StateStoreOptionsTest {
  private final StateStoreOptions options = new StateStoreOptions();

  @Test
  @SuppressWarnings("deprecation") // as the class under test
  void flushesHaveThreadsOfTheirOwn() {
    RocksDB.loadLibrary();
    try (DBOptions made = options.createDBOptions(new DBOptions(), List.of());
        ColumnFamilyOptions columns =
            options.createColumnOptions(new ColumnFamilyOptions(), List.of())) {
      assertThat(made.maxBackgroundFlushes()).isEqualTo(4);
      assertThat(made.maxBackgroundCompactions()).isEqualTo(1);
      assertThat(made.atomicFlush()).isTrue();
      assertThat(columns.level0FileNumCompactionTrigger()).isEqualTo(8);
      assertThat(columns.compactionStyle()).isEqualTo(CompactionStyle.UNIVERSAL);
    }
  }

  /** Checkpoints from before hold such files. */
  @Test
  void goesOnFromFilesThatWereMergedByLevels(@TempDir Path folder) throws Exception {
    int keys = 2_000;
    try (Options levels = new Options().setCreateIfMissing(true);
        RocksDB before = RocksDB.open(levels, folder.toString())) {
      for (int i = 0; i < keys; i++) {
        before.put(bytes(i), bytes(-i));
      }
      before.compactRange();
      assertThat(before.getProperty("rocksdb.num-files-at-level0")).isEqualTo("0");
      before.put(bytes(0), bytes(7));
    }

    List<ColumnFamilyHandle> columns = new ArrayList<>();
    try (DBOptions made = options.createDBOptions(new DBOptions(), List.of());
        ColumnFamilyOptions column =
            options.createColumnOptions(new ColumnFamilyOptions(), List.of());
        FlushOptions waits = new FlushOptions();
        RocksDB now =
            RocksDB.open(
                made,
                folder.toString(),
                List.of(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, column)),
                columns)) {
      for (int file = 0; file < 20; file++) {
        now.put(bytes(keys + file), bytes(file));
        now.put(bytes(1), bytes(file));
        now.flush(waits);
      }
      now.compactRange();

      assertThat(now.get(bytes(0))).isEqualTo(bytes(7));
      assertThat(now.get(bytes(1))).isEqualTo(bytes(19));
      for (int i = 2; i < keys; i++) {
        assertThat(now.get(bytes(i))).isEqualTo(bytes(-i));
      }
      for (int file = 0; file < 20; file++) {
        assertThat(now.get(bytes(keys + file))).isEqualTo(bytes(file));
      }
      columns.forEach(ColumnFamilyHandle::close);
    }
  }

  private static byte[] bytes(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  @Test
  void flinkMakesItFromItsSettings() {
    Configuration settings = new Configuration();
    settings.set(RocksDBOptions.OPTIONS_FACTORY, StateStoreOptions.class.getName());
    RocksDBOptionsFactory made =
        new EmbeddedRocksDBStateBackend()
            .configure(settings, getClass().getClassLoader())
            .getRocksDBOptions();

    assertThat(made).isInstanceOf(StateStoreOptions.class);
  }
}

package io.rivulet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.junit.jupiter.api.Test;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
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
    }
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

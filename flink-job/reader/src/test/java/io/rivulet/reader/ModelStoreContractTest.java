package io.rivulet.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Table;
import io.rivulet.schema.SnapshotManifest;
import io.rivulet.snapshot.Encoding;
import io.rivulet.snapshot.MemoryModelStore;
import io.rivulet.snapshot.ModelStore;
import io.rivulet.snapshot.StoredRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelStoreContractTest {
  enum Kind {
    MEMORY,
    ROCKS;

    ModelStore open(Path folder) {
      return switch (this) {
        case MEMORY -> new MemoryModelStore();
        case ROCKS -> RocksModelStore.open(folder);
      };
    }
  }

  @TempDir private Path folder;

  private static ModelStore.Head head(long version) {
    return new ModelStore.Head(
        SnapshotManifest.newBuilder()
            .setArm("small")
            .setModelVersion(version)
            .setCreatedAt(Instant.EPOCH)
            .setArchitecture("shared-bottom")
            .setTasks(List.of("like"))
            .setTaskWeights(List.of())
            .setSourceOffsets(Map.of())
            .setRecords(Map.of())
            .setChecksum(version)
            .setMetrics(Map.of())
            .build(),
        10 * version);
  }

  private static StoredRow row(long count) {
    return new StoredRow(Encoding.INT8, false, count, 7, new byte[] {1, 2, (byte) count});
  }

  private static Map<String, Long> users(ModelStore.View view) {
    Map<String, Long> users = new HashMap<>();
    view.forEach(Table.USER, (id, row) -> users.put(id, row.count()));
    return users;
  }

  private static void whole(ModelStore store, long version, String... users) {
    try (ModelStore.Update update = store.replace()) {
      for (String user : users) {
        update.put(Table.USER, user, row(version));
      }
      update.commit(head(version));
    }
  }

  @ParameterizedTest
  @EnumSource
  void holdsNothingAtFirst(Kind kind) {
    try (ModelStore store = kind.open(folder)) {
      assertThat(store.view()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void returnsWhatWasPut(Kind kind) {
    try (ModelStore store = kind.open(folder)) {
      try (ModelStore.Update update = store.change()) {
        update.put(Table.USER, "ü", row(3));
        update.put(Table.ITEM, "ü", row(4));
        assertThat(update.rows(Table.USER)).isEqualTo(1);
        update.commit(head(1));
      }
      try (ModelStore.View view = store.view()) {
        assertThat(view.head()).isEqualTo(head(1));
        StoredRow user = view.row(Table.USER, "ü");
        assertThat(user).usingRecursiveComparison().isEqualTo(row(3));
        assertThat(view.row(Table.ITEM, "ü").count()).isEqualTo(4);
        assertThat(view.row(Table.USER, "u")).isNull();
        assertThat(users(view)).isEqualTo(Map.of("ü", 3L));
        assertThat(view.rows(Table.USER)).isEqualTo(1);
        assertThat(view.rows(Table.DENSE)).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesRows(Kind kind) {
    try (ModelStore store = kind.open(folder)) {
      whole(store, 1, "a", "b");
      try (ModelStore.Update update = store.change()) {
        update.put(Table.USER, "b", row(2));
        update.put(Table.USER, "c", row(2));
        update.put(Table.USER, "c", row(2));
        update.remove(Table.USER, "a");
        update.remove(Table.USER, "a");
        update.remove(Table.USER, "nobody");
        assertThat(update.rows(Table.USER)).isEqualTo(2);
        update.commit(head(2));
      }
      try (ModelStore.View view = store.view()) {
        assertThat(users(view)).isEqualTo(Map.of("b", 2L, "c", 2L));
        assertThat(view.rows(Table.USER)).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void replacesAll(Kind kind) {
    try (ModelStore store = kind.open(folder)) {
      whole(store, 1, "a", "b");
      whole(store, 2, "c");
      try (ModelStore.View view = store.view()) {
        assertThat(users(view)).isEqualTo(Map.of("c", 2L));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void forgetsWhatIsNotCommitted(Kind kind) {
    try (ModelStore store = kind.open(folder)) {
      whole(store, 1, "a");
      try (ModelStore.Update update = store.change()) {
        update.remove(Table.USER, "a");
      }
      try (ModelStore.Update update = store.replace()) {
        update.put(Table.USER, "b", row(2));
      }
      try (ModelStore.View view = store.view()) {
        assertThat(view.head().version()).isEqualTo(1);
        assertThat(users(view)).isEqualTo(Map.of("a", 1L));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void clearsWhatWasThereAndWhatWasPut(Kind kind) {
    try (ModelStore store = kind.open(folder)) {
      whole(store, 1, "a", "b");
      for (boolean fresh : new boolean[] {false, true}) {
        try (ModelStore.Update update = fresh ? store.replace() : store.change()) {
          update.put(Table.USER, "c", row(2));
          update.clear();
          update.put(Table.USER, "a", row(2));
          assertThat(update.rows(Table.USER)).isEqualTo(1);
          update.commit(head(2));
        }
        try (ModelStore.View view = store.view()) {
          assertThat(users(view)).isEqualTo(Map.of("a", 2L));
        }
      }
    }
  }

  /** Every version holds the same number at every id: a reader never finds two numbers. */
  @ParameterizedTest
  @EnumSource
  void showsOneVersionWhileOthersAreMade(Kind kind) throws Exception {
    String[] users = new String[200];
    for (int i = 0; i < users.length; i++) {
      users[i] = "user-" + i;
    }
    try (ModelStore store = kind.open(folder)) {
      whole(store, 1, users);
      AtomicBoolean over = new AtomicBoolean();
      AtomicReference<String> mixed = new AtomicReference<>();
      Thread reader =
          new Thread(
              () -> {
                while (!over.get()) {
                  try (ModelStore.View view = store.view()) {
                    for (String user : users) {
                      StoredRow row = view.row(Table.USER, user);
                      if (row == null || row.count() != view.head().version()) {
                        mixed.set(user + " of version " + view.head().version() + ": " + row);
                      }
                    }
                  }
                }
              });
      reader.start();
      for (long version = 2; version < 40; version++) {
        if (version % 7 == 0) {
          whole(store, version, users);
          continue;
        }
        try (ModelStore.Update update = store.change()) {
          for (String user : users) {
            update.put(Table.USER, user, row(version));
          }
          update.commit(head(version));
        }
      }
      over.set(true);
      reader.join();
      assertThat(mixed.get()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "ROCKS")
  void outlivesItsProcess(Kind kind) {
    try (ModelStore store = kind.open(folder)) {
      whole(store, 1, "a");
      whole(store, 2, "a", "b");
      try (ModelStore.Update update = store.replace()) {
        update.put(Table.USER, "never committed", row(3));
      }
    }
    try (ModelStore store = kind.open(folder);
        ModelStore.View view = store.view()) {
      assertThat(view.head()).isEqualTo(head(2));
      assertThat(users(view)).isEqualTo(Map.of("a", 2L, "b", 2L));
      assertThat(view.rows(Table.USER)).isEqualTo(2);
    }
  }
}

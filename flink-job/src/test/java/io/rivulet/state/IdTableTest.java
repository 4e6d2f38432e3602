package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTableTest {
  private static final class Named extends IdTable.Entry {
    Named(String id) {
      super(id);
    }
  }

  private final IdTable<Named> table = new IdTable<>();

  @ParameterizedTest
  @ValueSource(ints = {30, 3_000, 100_000})
  void holdsWhatAMapHolds(int ids) {
    Random random = new Random(7);
    Map<String, Named> map = new HashMap<>();
    for (int change = 0; change < 300_000; change++) {
      String id = id(random.nextInt(ids));
      Named entry = map.get(id);
      assertThat(table.get(id)).isSameAs(entry);
      if (entry == null) {
        entry = new Named(id);
        map.put(id, entry);
        table.add(entry);
      } else if (random.nextInt(3) > 0) {
        map.remove(id);
        table.remove(entry);
      }
      assertThat(table.size()).isEqualTo(map.size());
    }

    List<String> all = new ArrayList<>();
    List<Named> expected = new ArrayList<>();
    for (int i = 0; i < ids; i++) {
      all.add(id(i));
      expected.add(map.get(id(i)));
    }
    assertThat(table.getAll(all)).containsExactlyElementsOf(expected);
  }

  @Test
  void idsOfOneHashAreKeptApart() {
    List<String> ids = List.of("AaAa", "AaBB", "BBAa", "BBBB");
    List<Named> entries = ids.stream().map(Named::new).toList();
    entries.subList(0, 3).forEach(table::add);

    assertThat(table.getAll(ids))
        .containsExactly(entries.get(0), entries.get(1), entries.get(2), null);

    table.remove(entries.get(0));
    assertThat(table.getAll(ids)).containsExactly(null, entries.get(1), entries.get(2), null);
  }

  @Test
  void anIdMayBeLookedUpTwiceAtOnce() {
    Named entry = new Named("a");
    table.add(entry);

    assertThat(table.getAll(List.of("a", "b", "a"))).containsExactly(entry, null, entry);
  }

  /** Many of them have the hash of another one. */
  private static String id(int number) {
    return (number % 2 == 0 ? "Aa" : "BB") + number / 2;
  }
}

package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cache hands over; what else it does is tested with {@link CachedRowsTest}. */
class WriteBackCacheTest {
  private final Map<String, Integer> store = new HashMap<>();
  private final WriteBackCache<Integer> cache = new WriteBackCache<>(2, store::get, store::put);

  @Test
  void whatChangesAllTheTimeIsHandedOverEachTimeAndNotWritten() {
    for (int i = 0; i < 5; i++) {
      cache.put("a", i);
      assertThat(handedOver()).containsExactly(Map.entry("a", i));
    }

    assertThat(store).isEmpty();
  }

  @Test
  void whatDoesNotChangeAgainIsHandedOverOnceAndThenWritten() {
    cache.put("a", 1);
    cache.put("b", 1);
    handedOver();
    cache.put("b", 2);

    assertThat(handedOver()).containsExactly(Map.entry("b", 2));
    assertThat(store).containsExactly(Map.entry("a", 1));
    handedOver();
    store.clear();
    assertThat(handedOver()).isEmpty();
    assertThat(store).as("it is written once").isEmpty();
  }

  @Test
  void whatLeavesIsWrittenThoughItWasHandedOver() {
    cache.put("a", 1);
    handedOver();
    cache.put("b", 1);
    cache.put("c", 1);

    assertThat(store).containsExactly(Map.entry("a", 1));
    assertThat(handedOver()).containsOnlyKeys("b", "c");
  }

  @Test
  void aChangeFollowsFromWhatIsStoredOrCached() {
    store.put("a", 1);
    cache.change("a", value -> value + 1);
    cache.change("a", value -> value + 1);
    cache.change("b", value -> value == null ? 10 : -1);

    assertThat(handedOver()).isEqualTo(Map.of("a", 3, "b", 10));
    assertThat(store).containsExactly(Map.entry("a", 1));
  }

  @Test
  void whatWasFlushedOrOnlyReadIsNotHandedOver() {
    store.put("a", 1);
    assertThat(cache.get("a")).isEqualTo(1);
    cache.put("b", 1);
    cache.flush();

    assertThat(handedOver()).isEmpty();
  }

  @Test
  void whatIsTooMuchIsWritten() {
    cache.put("a", 1);
    cache.put("b", 1);

    assertThat(cache.handOver(1)).hasSize(1);
    assertThat(store).hasSize(1);
    assertThat(cache.handOver(1)).isEmpty();
    assertThat(store).hasSize(2);
  }

  private Map<String, Integer> handedOver() {
    return cache.handOver(2);
  }
}

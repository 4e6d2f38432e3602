package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.fixture.FewKeyGroups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a map that forgets nothing, with checkpoints and restarts in between. */
class RecentEventsTest {
  private static final long WINDOW = 1600;
  private static final int USERS = 40;

  /** Hashes of a slice that is not joined with others. */
  private static final int ENOUGH = 1024;

  private static final FewKeyGroups GROUPS = new FewKeyGroups(4, 0, 3);

  private final Store store = new Store();
  private final Random random = new Random(5);
  private RecentEvents recent = events();

  @ParameterizedTest
  @CsvSource({"5, 30000", "60, 6000000"})
  void isRepeatedWithinTheWindowAndNotLongAfter(int eventsAtATime, int ids) {
    Map<Long, Long> came = new HashMap<>();
    int repeated = 0;
    for (long now = 0; now < 8 * WINDOW; now++) {
      for (int i = 0; i < eventsAtATime; i++) {
        long id = random.nextInt(ids);
        Long before = came.get(id);
        boolean found = recent.isRepeated(user(id), id, now);
        if (before == null || now - before > WINDOW + WINDOW / 8) {
          assertThat(found).as("%d at %d", id, now).isFalse();
        } else if (now - before < WINDOW) {
          assertThat(found).as("%d at %d", id, now).isTrue();
        }
        repeated += found ? 1 : 0;
        if (!found) {
          came.put(id, now);
        }
      }
      if (random.nextInt(10) == 0) {
        recent.save(now);
        if (random.nextInt(10) == 0) {
          recent = events();
        }
      }
    }

    assertThat(repeated).isGreaterThan(1000);
  }

  @Test
  void keepsFewSlicesHoweverOftenItIsSaved() {
    for (long now = 0; now < 4 * WINDOW; now++) {
      assertThat(recent.isRepeated("a", now, now)).isFalse();
      recent.save(now);

      assertThat(store.of(GROUPS.of("a")).size()).isLessThan(50);
    }
  }

  @Test
  void keepsFewSlicesOfManyAndFewInTurn() {
    long id = 0;
    for (long now = 0; now < 2 * WINDOW; now++) {
      for (int i = 0; i < (now % 2 == 0 ? 300 : 10); i++) {
        assertThat(recent.isRepeated("a", id++, now)).isFalse();
      }
      recent.save(now);

      assertThat(store.of(GROUPS.of("a")).size())
          .isLessThan(60 + (int) (Math.min(id, WINDOW * 155) / ENOUGH));
    }
  }

  @Test
  void manyAtATimeJoinOthersBehindTheSave() {
    long id = 0;
    for (long now = 0; now < WINDOW / 2; now++) {
      for (int i = 0; i < 300; i++) {
        assertThat(recent.isRepeated("a", id++, now)).isFalse();
      }
      int read = store.read;
      recent.save(now);

      assertThat(store.read).isEqualTo(read);
      assertThat(store.of(GROUPS.of("a")).size()).isLessThan(30 + (int) (id / ENOUGH));
    }
    assertThat(store.read).isGreaterThan(300);
  }

  @Test
  void whatIsEnoughForASliceIsWrittenOnceAndBeforeTheSave() {
    int many = 20 * ENOUGH;
    for (int i = 0; i < many; i++) {
      assertThat(recent.isRepeated("a", i, i / 20)).isFalse();
    }
    assertThat(store.written).isEqualTo(many - ENOUGH);
    recent.save(many / 20);

    assertThat(store.written).isEqualTo(many);
  }

  @Test
  void manyAtOnceAreRemembered() {
    int many = 40_000;
    for (int i = 0; i < many; i++) {
      assertThat(recent.isRepeated("a", i, 1)).isFalse();
    }
    recent.save(1);
    recent = events();
    for (int i = 0; i < many; i += 7) {
      assertThat(recent.isRepeated("a", i, WINDOW)).isTrue();
    }
    assertThat(recent.isRepeated("b", 1, WINDOW)).isFalse();
  }

  @Test
  void manyAreFoundAsOneAfterTheOther() {
    RecentEvents single = new RecentEvents(GROUPS, new Store(), WINDOW);
    int repeated = 0;
    for (long now = 0; now < 2 * WINDOW; now += 10) {
      List<String> users = new ArrayList<>();
      long[] ids = new long[USERS];
      boolean[] expected = new boolean[USERS];
      for (int i = 0; i < USERS; i++) {
        users.add(user(i));
        ids[i] = i + (long) USERS * random.nextInt(100);
        expected[i] = single.isRepeated(users.get(i), ids[i], now);
        repeated += expected[i] ? 1 : 0;
      }

      assertThat(recent.areRepeated(users, ids, now)).containsExactly(expected);
    }

    assertThat(repeated).isBetween(1000, 11_000);
  }

  @Test
  void aClockThatIsSetBackForgetsNothing() {
    assertThat(recent.isRepeated("a", 1, 1000)).isFalse();
    recent.save(1000);
    assertThat(recent.isRepeated("a", 2, 500)).isFalse();
    recent.save(500);
    recent = events();

    assertThat(recent.isRepeated("a", 1, 400)).isTrue();
    assertThat(recent.isRepeated("a", 2, 400)).isTrue();
  }

  @Test
  void whatIsOverLeavesTheStore() {
    assertThat(recent.isRepeated("a", 1, 0)).isFalse();
    recent.save(0);
    recent.save(WINDOW);

    assertThat(store.of(GROUPS.of("a"))).isEmpty();
  }

  private static String user(long id) {
    return (char) ('a' + id % 4) + "-" + id % USERS;
  }

  private RecentEvents events() {
    return new RecentEvents(GROUPS, store, WINDOW);
  }

  private static final class Store implements EventSlices {
    private final Map<Integer, Map<Long, long[]>> slices = new HashMap<>();
    private int read;
    private int written;

    @Override
    public Collection<Long> ends(int keyGroup) {
      return List.copyOf(of(keyGroup).keySet());
    }

    @Override
    public long[] get(int keyGroup, long end) {
      read++;
      return of(keyGroup).get(end).clone();
    }

    @Override
    public void put(int keyGroup, long end, long[] hashes) {
      written += hashes.length;
      assertThat(of(keyGroup).put(end, hashes.clone())).isNull();
    }

    @Override
    public void remove(int keyGroup, long end) {
      assertThat(of(keyGroup).remove(end)).isNotNull();
    }

    private Map<Long, long[]> of(int keyGroup) {
      return slices.computeIfAbsent(keyGroup, any -> new TreeMap<>());
    }
  }
}

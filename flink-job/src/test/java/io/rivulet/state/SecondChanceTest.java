package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecondChanceTest {
  private static final class Named extends SecondChance.Entry {
    Named(String id) {
      super(id);
    }
  }

  private final SecondChance<Named> entries = new SecondChance<>();

  @Test
  void whatNobodyLooksUpLeavesInTheOrderInWhichItCame() {
    add("a", "b");
    List<String> left = new ArrayList<>();
    for (String id : List.of("c", "d", "e", "f")) {
      add(id);
      left.add(entries.removeFirst().id);
    }

    assertThat(left).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whatWasLookedUpIsPassedOverOnce() {
    add("a", "b", "c");
    entries.get("a");

    assertThat(entries.removeFirst().id).isEqualTo("b");
    assertThat(entries.removeFirst().id).isEqualTo("c");
    assertThat(entries.removeFirst().id).isEqualTo("a");
    assertThat(entries.size()).isZero();
  }

  @Test
  void ifAllWereLookedUpOneLeavesAllTheSame() {
    add("a", "b");
    entries.get("a");
    entries.get("b");

    assertThat(entries.removeFirst().id).isEqualTo("a");
    assertThat(entries.get("b")).isNotNull();
  }

  @Test
  void whatIsRemovedIsGoneAndTheOthersStay() {
    add("a", "b", "c");

    assertThat(entries.remove("a").id).isEqualTo("a");
    assertThat(entries.remove("a")).isNull();
    assertThat(entries.get("a")).isNull();
    assertThat(ids()).containsExactlyInAnyOrder("b", "c");
    assertThat(entries.removeFirst().id).isIn("b", "c");
    assertThat(entries.size()).isEqualTo(1);
  }

  @Test
  void whatComesAndIsRemovedAtOnceTakesNoRoom() {
    add("stays");
    for (int i = 0; i < 10_000; i++) {
      add("passes " + i);
      entries.remove("passes " + i);
    }

    assertThat(entries.turns()).isLessThan(2_000);
    assertThat(entries.removeFirst().id).isEqualTo("stays");
  }

  @Test
  void whatIsOverGoesLittleByLittle() {
    for (int i = 0; i < 1_000; i++) {
      add((i % 2 == 0 ? "over " : "stays ") + i);
    }
    entries.removeSome(entry -> entry.id.startsWith("over"));
    assertThat(entries.size()).isBetween(900, 999);

    for (int i = 1; i < 20; i++) {
      entries.removeSome(entry -> entry.id.startsWith("over"));
    }

    assertThat(ids()).hasSize(500).allMatch(id -> id.startsWith("stays"));
    assertThat(entries.turns()).isEqualTo(500);
  }

  @Test
  void toPeekIsNoUse() {
    add("a", "b");

    assertThat(entries.peek("a").id).isEqualTo("a");
    assertThat(entries.removeFirst().id).isEqualTo("a");
  }

  /** What is used often stays, where those that come once are more than there is room for. */
  @Test
  void thoseThatComeOnceDoNotDriveOutThoseThatComeOften() {
    Random random = new Random(1);
    int missed = 0;
    for (int i = 0; i < 20_000; i++) {
      String often = "often " + random.nextInt(50);
      if (entries.get(often) == null) {
        missed++;
        add(often);
      }
      add("once " + i);
      while (entries.size() > 100) {
        entries.removeFirst();
      }
    }

    assertThat(missed).isLessThan(20_000 / 4);
    assertThat(ids()).doesNotHaveDuplicates().hasSize(100);
  }

  private void add(String... ids) {
    for (String id : ids) {
      entries.add(new Named(id));
    }
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    entries.all().forEach(entry -> ids.add(entry.id));
    return ids;
  }
}

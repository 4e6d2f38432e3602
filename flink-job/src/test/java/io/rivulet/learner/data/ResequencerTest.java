package io.rivulet.learner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResequencerTest {
  private final Sequencer sequencer = new Sequencer(1_000);
  private final Resequencer<String> resequencer = new Resequencer<>();
  private final List<String> out = new ArrayList<>();

  @Test
  void whatOvertookWaitsForWhatItOvertook() {
    add("a", 3);
    add("a", 2);
    assertThat(out).isEmpty();
    assertThat(resequencer.size()).isEqualTo(2);

    add("a", 1);

    assertThat(out).containsExactly("a1", "a2", "a3");
    assertThat(resequencer.size()).isZero();
  }

  @Test
  void usersDoNotWaitForEachOther() {
    add("a", 2);
    add("b", 1);

    assertThat(out).containsExactly("b1");
  }

  @Test
  void usersWhoseIdsHaveTheSameHashAreCountedAsOne() {
    int first = sequencer.next("Aa");
    int second = sequencer.next("BB");

    add("BB", second);
    assertThat(out).isEmpty();
    add("Aa", first);
    assertThat(out).containsExactly("Aa1", "BB2");
  }

  @Test
  void whatIsGivenUpLeavesInEachUsersOrder() {
    add("b", 3);
    add("a", 4);
    add("b", 2);
    add("a", 3);

    resequencer.release(out::add);

    assertThat(out).containsExactly("a3", "a4", "b2", "b3");
    assertThat(resequencer.size()).isZero();
  }

  @Test
  void withoutATurnNothingWaits() {
    add("a", Sequencer.ANY_TURN);
    add("a", 2);
    add("a", Sequencer.ANY_TURN);

    assertThat(out).containsExactly("a0", "a0");
  }

  @Test
  void twoSequencersOfOneUserLoseNothing() {
    add("a", 3);
    add("a", 3);
    add("a", 1);
    add("a", 1);
    add("a", 2);
    add("a", 2);

    assertThat(out).containsExactlyInAnyOrder("a1", "a1", "a2", "a2", "a3", "a3");
  }

  @Test
  void aGapIsGivenUpOnDemand() {
    add("a", 3);
    add("a", 2);
    resequencer.release(out::add);
    add("a", 1);
    add("a", 4);

    assertThat(out).containsExactly("a2", "a3", "a1", "a4");
  }

  @Test
  void aRestartBeginsWithTheFirstTurn() {
    add("a", 1);
    add("a", 2);
    resequencer.restart();
    sequencer.restart();
    add("a", 2);
    assertThat(out).containsExactly("a1", "a2");

    add("a", sequencer.next("a"));

    assertThat(out).containsExactly("a1", "a2", "a1", "a2");
  }

  @Test
  void moreUsersThanAreCountedHaveNoTurn() {
    Sequencer small = new Sequencer(2);
    small.next("a");
    small.next("b");

    assertThat(small.next("c")).isEqualTo(Sequencer.ANY_TURN);
    assertThat(small.next("a")).isEqualTo(2);
    small.restart();
    assertThat(small.next("c")).isEqualTo(1);
  }

  /** Elements take one of three ways, each in order; the ways are of different speed. */
  @Test
  void restoresEveryUsersOrderBehindParallelWays() {
    record Step(String user, int turn) {}
    Random random = new Random(4);
    List<ArrayDeque<Step>> ways =
        List.of(new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>());
    for (int i = 0; i < 5_000; i++) {
      String user = "u" + random.nextInt(20);
      ways.get(random.nextInt(3)).add(new Step(user, sequencer.next(user)));
    }
    while (ways.stream().anyMatch(way -> !way.isEmpty())) {
      ArrayDeque<Step> way = ways.get(random.nextInt(3));
      for (int i = random.nextInt(30); i > 0 && !way.isEmpty(); i--) {
        add(way.peek().user(), way.remove().turn());
      }
    }

    assertThat(out).hasSize(5_000);
    Map<String, Integer> last = new HashMap<>();
    for (String element : out) {
      String user = element.replaceAll("(u\\d+)-\\d+", "$1");
      int turn = Integer.parseInt(element.replaceAll("u\\d+-", ""));
      assertThat(turn).isEqualTo(last.getOrDefault(user, 0) + 1);
      last.put(user, turn);
    }
  }

  private void add(String user, int turn) {
    String element = user.startsWith("u") ? user + "-" + turn : user + turn;
    resequencer.add(user, turn, element, out::add);
  }
}

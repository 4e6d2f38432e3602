package io.rivulet.learner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConflictFreeQueueTest {
  private final ConflictFreeQueue<String> queue = new ConflictFreeQueue<>();

  @Test
  void takesTheLongestWaitingHeadOfEachUser() {
    queue.add("a", "a1", 10);
    queue.add("a", "a2", 11);
    queue.add("b", "b1", 12);
    queue.add("c", "c1", 13);
    assertThat(queue.size()).isEqualTo(4);
    assertThat(queue.ready()).isEqualTo(3);
    assertThat(queue.oldest()).isEqualTo(10);
    assertThat(queue.next(2)).containsExactly("a1", "b1");
    assertThat(queue.oldest()).isEqualTo(11);
    assertThat(queue.next(9)).containsExactly("a2", "c1");
    assertThat(queue.size()).isZero();
    assertThat(queue.ready()).isZero();
    assertThat(queue.oldest()).isEqualTo(Long.MAX_VALUE);
    assertThat(queue.next(9)).isEmpty();
  }

  @Test
  void usersWhoseIdsHaveTheSameHashWaitForEachOther() {
    queue.add("Aa", "a1", 10);
    queue.add("BB", "b1", 11);

    assertThat(queue.ready()).isEqualTo(1);
    assertThat(queue.next(2)).containsExactly("a1");
    assertThat(queue.next(2)).containsExactly("b1");
  }

  @Test
  void losesNothingAndKeepsEachUsersOrder() {
    Random random = new Random(1);
    Map<String, Integer> added = new HashMap<>();
    Map<String, Integer> taken = new HashMap<>();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      String user = "u" + random.nextInt(20);
      queue.add(user, user + ":" + added.merge(user, 1, Integer::sum), i);
      if (random.nextInt(8) == 0) {
        take(random.nextInt(12), taken, all);
      }
    }
    while (queue.size() > 0) {
      take(7, taken, all);
    }
    assertThat(all).hasSize(5000);
    assertThat(taken).isEqualTo(added);
  }

  private void take(int most, Map<String, Integer> taken, List<String> all) {
    int expected = Math.min(most, queue.ready());
    List<String> batch = queue.next(most);
    assertThat(batch).hasSize(expected);
    HashSet<String> users = new HashSet<>();
    for (String element : batch) {
      String user = element.substring(0, element.indexOf(':'));
      assertThat(users.add(user)).isTrue();
      assertThat(element).isEqualTo(user + ":" + taken.merge(user, 1, Integer::sum));
    }
    all.addAll(batch);
  }
}

package io.rivulet.sim.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Numbers ids in the order of their first appearance. */
final class Ids {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> ids = new ArrayList<>();

  int number(String id) {
    Integer known = numbers.get(id);
    if (known != null) {
      return known;
    }
    numbers.put(id, ids.size());
    ids.add(id);
    return ids.size() - 1;
  }

  String id(int number) {
    return ids.get(number);
  }

  List<String> all() {
    return ids;
  }

  int size() {
    return ids.size();
  }

  /** The place of each id, by its number, among all: by value if all are digits, else by text. */
  int[] ranks() {
    Comparator<String> order =
        ids.stream().allMatch(id -> id.matches("[0-9]{1,18}"))
            ? Comparator.<String>comparingLong(Long::parseLong)
                .thenComparing(Comparator.naturalOrder())
            : Comparator.naturalOrder();
    int[] sorted =
        IntStream.range(0, ids.size())
            .boxed()
            .sorted(Comparator.comparing(ids::get, order))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[sorted.length];
    for (int rank = 0; rank < sorted.length; rank++) {
      ranks[sorted[rank]] = rank;
    }
    return ranks;
  }
}

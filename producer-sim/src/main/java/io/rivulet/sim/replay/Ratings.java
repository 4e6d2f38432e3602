package io.rivulet.sim.replay;

import java.util.Arrays;

/** All ratings in primitive arrays, 20 bytes each, in the order of the file. */
final class Ratings {
  private static final int FIRST_CAPACITY = 1 << 12;

  final Ids users = new Ids();
  final Ids items = new Ids();
  private int[] userNumbers = new int[FIRST_CAPACITY];
  private int[] itemNumbers = new int[FIRST_CAPACITY];
  private double[] values = new double[FIRST_CAPACITY];
  private int[] seconds = new int[FIRST_CAPACITY];
  private int size;

  void add(String user, String item, double value, int second) {
    if (size == values.length) {
      int capacity = size + (size >> 1);
      userNumbers = Arrays.copyOf(userNumbers, capacity);
      itemNumbers = Arrays.copyOf(itemNumbers, capacity);
      values = Arrays.copyOf(values, capacity);
      seconds = Arrays.copyOf(seconds, capacity);
    }
    userNumbers[size] = users.number(user);
    itemNumbers[size] = items.number(item);
    values[size] = value;
    seconds[size] = second;
    size++;
  }

  int size() {
    return size;
  }

  int user(int rating) {
    return userNumbers[rating];
  }

  int item(int rating) {
    return itemNumbers[rating];
  }

  double value(int rating) {
    return values[rating];
  }

  /** Seconds since 1970. */
  long second(int rating) {
    return Integer.toUnsignedLong(seconds[rating]);
  }

  /** The ratings in the order of (time, user, item, line in the file). */
  int[] inOrder() {
    int[] userRanks = users.ranks();
    int[] itemRanks = items.ranks();
    StableSort sort = new StableSort(size);
    sort.by(rating -> itemRanks[itemNumbers[rating]], items.size());
    sort.by(rating -> userRanks[userNumbers[rating]], users.size());
    sort.by(rating -> seconds[rating] & 0xffff, 1 << 16);
    sort.by(rating -> seconds[rating] >>> 16, 1 << 16);
    return sort.order();
  }
}

package io.rivulet.operator;

import io.rivulet.state.lifecycle.KeyGroups;

/**
 * A key in each key group of a task, for what is kept by key group: a blank text, which no id is.
 */
final class KeyGroupKeys {
  private final int first;
  private final String[] keys;

  KeyGroupKeys(KeyGroups keyGroups) {
    first = keyGroups.first();
    keys = new String[keyGroups.last() - first + 1];
    int missing = keys.length;
    for (int number = 1; missing > 0; number++) {
      String key = blank(number);
      int group = keyGroups.of(key);
      if (keyGroups.holds(group) && keys[group - first] == null) {
        keys[group - first] = key;
        missing--;
      }
    }
  }

  /** The number in the binary system, with blanks for digits. */
  private static String blank(int number) {
    return Integer.toBinaryString(number).replace('0', ' ').replace('1', '\t');
  }

  /** The key that lies in a key group. */
  String of(int keyGroup) {
    return keys[keyGroup - first];
  }
}

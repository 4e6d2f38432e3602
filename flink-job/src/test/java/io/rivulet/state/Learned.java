package io.rivulet.state;

import io.rivulet.domain.Row;

/** What tests do to user rows. */
final class Learned {
  private Learned() {}

  /** One example of a user, which adds something to the first number. */
  static void learn(UserRows rows, String user, float change, long eventTime) {
    OpenRow row = rows.open(user);
    row.values()[0] += change;
    row.learned(eventTime);
  }

  /** A user's row, as it is when it was opened. */
  static Row opened(UserRows rows, String user) {
    rows.open(user);
    return rows.peek(user);
  }
}

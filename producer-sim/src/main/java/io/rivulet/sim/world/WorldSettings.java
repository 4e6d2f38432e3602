package io.rivulet.sim.world;

import java.time.Instant;

/**
 * What defines a simulated world: equal settings, equal stream.
 *
 * @param scenario the kind of service
 * @param seed seed of every random number
 * @param users how many users there are, 1 … 10⁹; their number costs (almost) no memory
 * @param items how many items there are, 1 … 10⁷; about 200 bytes each
 * @param drift root mean square of the step that a user's taste (a unit vector) takes in a day,
 *     {@code >= 0}; 0 means that tastes never change
 * @param userSkew Zipf exponent of the users' activity, 0 … 3; 0 means that all are equally active
 * @param itemSkew Zipf exponent of the items' popularity, 0 … 3
 * @param eventsPerUserAndDay mean number of events of a user in a simulated day, {@code > 0}: sets
 *     how fast the events' clock runs, not how fast events are made
 * @param start event time of the first event
 */
public record WorldSettings(
    Scenario scenario,
    long seed,
    long users,
    int items,
    double drift,
    double userSkew,
    double itemSkew,
    double eventsPerUserAndDay,
    Instant start) {

  /** Default number of users. */
  public static final long USERS = 10_000;

  /** Default number of items. */
  public static final int ITEMS = 2_000;

  /** Default drift. */
  public static final double DRIFT = 0.05;

  /** Default Zipf exponent of the users' activity. */
  public static final double USER_SKEW = 0.6;

  /** Default Zipf exponent of the items' popularity. */
  public static final double ITEM_SKEW = 0.8;

  /** Default number of events of a user in a simulated day. */
  public static final double EVENTS_PER_USER_AND_DAY = 20;

  /** Default event time of the first event. */
  public static final String START = "2026-01-01T00:00:00Z";

  /** Checks the ranges. */
  public WorldSettings {
    within("users", (double) users, 1, 1_000_000_000);
    within("items", items, 1, 10_000_000);
    within("drift", drift, 0, 10);
    within("user-skew", userSkew, 0, 3);
    within("item-skew", itemSkew, 0, 3);
    within("events-per-user-and-day", eventsPerUserAndDay, 0.001, 1_000_000);
  }

  /** A world with the default numbers of users and items, drift and skews. */
  public static WorldSettings of(Scenario scenario, long seed) {
    return new WorldSettings(
        scenario,
        seed,
        USERS,
        ITEMS,
        DRIFT,
        USER_SKEW,
        ITEM_SKEW,
        EVENTS_PER_USER_AND_DAY,
        Instant.parse(START));
  }

  /** The same with other numbers of users and items. */
  public WorldSettings withSize(long newUsers, int newItems) {
    return new WorldSettings(
        scenario, seed, newUsers, newItems, drift, userSkew, itemSkew, eventsPerUserAndDay, start);
  }

  /** The same with another drift. */
  public WorldSettings withDrift(double newDrift) {
    return new WorldSettings(
        scenario, seed, users, items, newDrift, userSkew, itemSkew, eventsPerUserAndDay, start);
  }

  private static void within(String key, double found, double low, double high) {
    if (!(found >= low && found <= high)) {
      throw new IllegalArgumentException(
          key
              + ": found "
              + number(found)
              + "; use a number from "
              + number(low)
              + " to "
              + number(high));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}

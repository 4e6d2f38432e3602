package io.rivulet.sim.world;

/**
 * Something to predict in a simulated world.
 *
 * @param name the task's name
 * @param kind what its label is
 * @param step the place of its action in {@link Scenario#actions()}; 0 if it has none. A binary
 *     task's label is 1 if the event's action is this one or a deeper one, else 0, over all events.
 *     A regression task's label is the event's value, on events whose action is this one or a
 *     deeper one; other events have none. A multiclass task's label is the item's class.
 */
public record WorldTask(String name, Kind kind, int step) {
  /** The kinds of labels, named as in a model's configuration. */
  public enum Kind {
    /** 0 or 1; the truth is the probability of 1; judged by AUC. */
    BINARY,
    /** A number; the truth is its expected value; judged by RMSE. */
    REGRESSION,
    /** The index of the item's class; the truth is that index; judged by accuracy. */
    MULTICLASS
  }

  static WorldTask binary(String name, int step) {
    return new WorldTask(name, Kind.BINARY, step);
  }

  static WorldTask regression(String name, int step) {
    return new WorldTask(name, Kind.REGRESSION, step);
  }

  static WorldTask multiclass(String name) {
    return new WorldTask(name, Kind.MULTICLASS, 0);
  }
}

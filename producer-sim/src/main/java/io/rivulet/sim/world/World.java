package io.rivulet.sim.world;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.sim.source.EventSource;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A simulated service with hidden tastes of users and items, so that it is known how good a
 * prediction can possibly be. Its stream never ends.
 *
 * <p>Tastes are unit vectors. Items lie around the direction of their class; users around that of
 * their age group and gender, and wander slowly. What a user does with an item follows from the
 * product of the two, the item's quality, the user's readiness, and the context (see {@code
 * Outcome}). Many users are active at once; each visit has some events. Which item is shown depends
 * on popularity alone.
 */
public final class World implements EventSource {
  private static final int DIMENSION = 8;

  private final WorldSettings settings;
  private final Items items;

  /** Creates the world: the same for the same settings. */
  public World(WorldSettings settings) {
    this.settings = settings;
    this.items = new Items(settings.scenario(), settings.seed(), settings.items(), DIMENSION);
  }

  /** What defines this world. */
  public WorldSettings settings() {
    return settings;
  }

  @Override
  public String name() {
    return settings.scenario().label();
  }

  @Override
  public Iterator<ItemUpdate> catalog() {
    return IntStream.range(0, items.count())
        .mapToObj(item -> items.update(item, settings.start()))
        .iterator();
  }

  @Override
  public Iterator<SimulatedEvent> events() {
    return new EventStream(settings, items, DIMENSION);
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }
}

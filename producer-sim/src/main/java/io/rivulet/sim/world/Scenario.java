package io.rivulet.sim.world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of simulated services: what users do there, and what there is to predict. */
@SuppressWarnings("ImmutableEnumChecker") // its lists cannot be modified, its array is not shown
public enum Scenario {
  /** A shop: impression, click, cart, purchase (value: price paid); items have a category. */
  ECOMMERCE(
      List.of("impression", "click", "cart", "purchase"),
      new double[] {-1.4, -2.3, -2.0},
      "category",
      List.of(
          "books",
          "clothes",
          "shoes",
          "toys",
          "garden",
          "kitchen",
          "phones",
          "computers",
          "furniture",
          "sports"),
      List.of(
          WorldTask.binary("click", 1),
          WorldTask.binary("cart", 2),
          WorldTask.binary("purchase", 3),
          WorldTask.multiclass("category"))),

  /** A news feed: impression, read, follow (the author); items have a topic. */
  SOCIAL(
      List.of("impression", "read", "follow"),
      new double[] {-1.4, -3.2},
      "topic",
      List.of(
          "politics",
          "economy",
          "culture",
          "football",
          "health",
          "technology",
          "weather",
          "family",
          "history",
          "nature"),
      List.of(
          WorldTask.binary("read", 1),
          WorldTask.binary("follow", 2),
          WorldTask.multiclass("topic"))),

  /** Short videos: impression, play, like (value of both: seconds watched); items have a tag. */
  VIDEO(
      List.of("impression", "play", "like"),
      new double[] {-1.35, -2.6},
      "tag",
      List.of(
          "comedy",
          "news",
          "sport",
          "cooking",
          "gaming",
          "travel",
          "science",
          "beauty",
          "cars",
          "pets",
          "education",
          "animation"),
      List.of(
          WorldTask.binary("click", 1),
          WorldTask.regression("watch", 1),
          WorldTask.binary("like", 2),
          WorldTask.multiclass("tag"))),

  /** A music player: skip, play, like; items have a genre. */
  MUSIC(
      List.of("skip", "play", "like"),
      new double[] {0.5, -2.5},
      "genre",
      List.of(
          "pop",
          "rock",
          "jazz",
          "classical",
          "electronic",
          "folk",
          "metal",
          "soul",
          "country",
          "reggae"),
      List.of(
          WorldTask.binary("play", 1), WorldTask.binary("like", 2), WorldTask.multiclass("genre")));

  private final List<String> actions;
  private final double[] bases;
  private final String attribute;
  private final List<String> classes;
  private final List<WorldTask> tasks;

  Scenario(
      List<String> actions,
      double[] bases,
      String attribute,
      List<String> classes,
      List<WorldTask> tasks) {
    this.actions = actions;
    this.bases = bases;
    this.attribute = attribute;
    this.classes = classes;
    this.tasks = tasks;
  }

  /** The scenario of this name, such as {@code video}. */
  public static Scenario of(String name) {
    return Arrays.stream(values())
        .filter(scenario -> scenario.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "scenario: found '" + name + "'; use one of " + names()));
  }

  /** The names of all scenarios, separated by commas. */
  public static String names() {
    return Arrays.stream(values()).map(Scenario::label).collect(Collectors.joining(", "));
  }

  /** The name of the scenario in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All actions, each deeper than the one before; the first means that nothing was done. */
  public List<String> actions() {
    return actions;
  }

  /** The item attribute that holds the item's class. */
  public String attribute() {
    return attribute;
  }

  /** The values of that attribute. */
  public List<String> classes() {
    return classes;
  }

  /** The tasks, in the order of {@link SimulatedEvent#truth()}. */
  public List<WorldTask> tasks() {
    return tasks;
  }

  /** The log odds of taking a step, given the one before, where all else is average. */
  double base(int step) {
    return bases[step - 1];
  }
}

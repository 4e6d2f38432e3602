package io.rivulet.sim.world;

import io.rivulet.schema.ItemUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items: a class, a hidden taste near the class's, a quality, a price, a content vector. */
final class Items {
  private static final int CONTENT_LENGTH = 16;
  private static final double CONTENT_NOISE = 0.5;
  private static final double CLASS_SHARE = 0.8;
  private static final double OWN_SHARE = 0.6;
  private static final double QUALITY_DEVIATION = 0.5;
  private static final double MEDIAN_PRICE = 30;

  private final Scenario scenario;
  private final double[][] tastes;
  private final int[] classes;
  private final float[] qualities;
  private final float[] priceLevels;
  private final double[][] projection;
  private final long contentSeed;

  Items(Scenario scenario, long seed, int count, int dimension) {
    this.scenario = scenario;
    tastes = new double[count][];
    classes = new int[count];
    qualities = new float[count];
    priceLevels = new float[count];
    projection = Vectors.directions(Hash.named(seed, "projection"), CONTENT_LENGTH, dimension);
    contentSeed = Hash.named(seed, "content");
    int classCount = scenario.classes().size();
    double[][] centres = Vectors.directions(Hash.named(seed, "classes"), classCount, dimension);
    long facts = Hash.named(seed, "items");
    for (int item = 0; item < count; item++) {
      long own = Hash.of(facts, item);
      classes[item] = Hash.below(classCount, Hash.of(own, 0));
      qualities[item] = (float) (QUALITY_DEVIATION * Hash.gaussian(Hash.of(own, 1)));
      priceLevels[item] = (float) Hash.gaussian(Hash.of(own, 2));
      tastes[item] = Vectors.gaussian(Hash.of(own, 3), dimension, OWN_SHARE / Math.sqrt(dimension));
      Vectors.add(tastes[item], CLASS_SHARE, centres[classes[item]]);
      Vectors.normalise(tastes[item]);
    }
  }

  static String id(long item) {
    return "i" + item;
  }

  int count() {
    return classes.length;
  }

  int classOf(int item) {
    return classes[item];
  }

  /** The item's hidden taste, a unit vector; not to be changed. */
  double[] taste(int item) {
    return tastes[item];
  }

  /** How good the item is for everyone, in log odds. */
  double quality(int item) {
    return qualities[item];
  }

  /** How dear the item is: standard normal. */
  double priceLevel(int item) {
    return priceLevels[item];
  }

  /** The price, lognormal, in whole cents. */
  double price(int item) {
    return Math.round(100 * MEDIAN_PRICE * Math.exp(0.8 * priceLevels[item])) / 100.0;
  }

  ItemUpdate update(int item, Instant time) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(scenario.attribute(), scenario.classes().get(classes[item]));
    return new ItemUpdate(id(item), attributes, content(item), time);
  }

  /** A noisy picture of the hidden taste. */
  private List<Float> content(int item) {
    List<Float> content = new ArrayList<>(CONTENT_LENGTH);
    long noise = Hash.of(contentSeed, item);
    double scale = Math.sqrt(tastes[item].length);
    for (int i = 0; i < CONTENT_LENGTH; i++) {
      double signal = scale * Vectors.dot(projection[i], tastes[item]);
      content.add((float) (signal + CONTENT_NOISE * Hash.gaussian(Hash.of(noise, i))));
    }
    return content;
  }
}

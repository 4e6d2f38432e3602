package io.rivulet.sim.world;

/** The few operations on hidden vectors. */
final class Vectors {
  private Vectors() {}

  /** Independent normal numbers of the given standard deviation. */
  static double[] gaussian(long seed, int length, double deviation) {
    double[] vector = new double[length];
    addGaussian(seed, vector, deviation);
    return vector;
  }

  static void addGaussian(long seed, double[] vector, double deviation) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] += deviation * Hash.gaussian(Hash.of(seed, i));
    }
  }

  static void add(double[] vector, double factor, double[] other) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] += factor * other[i];
    }
  }

  /** Puts the vector onto the unit sphere. */
  static void normalise(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
  }

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** As many independent points on the unit sphere as asked for. */
  static double[][] directions(long seed, int count, int dimension) {
    double[][] directions = new double[count][];
    for (int i = 0; i < count; i++) {
      directions[i] = gaussian(Hash.of(seed, i), dimension, 1);
      normalise(directions[i]);
    }
    return directions;
  }
}

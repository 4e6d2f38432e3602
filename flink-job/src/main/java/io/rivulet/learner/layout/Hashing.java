package io.rivulet.learner.layout;

/** Random numbers as a function of what they are for, so that every machine makes the same. */
public final class Hashing {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Hashing() {}

  /** Combines a hash with one more number (SplitMix64; Steele, Lea, Flood, OOPSLA 2014). */
  public static long combine(long hash, long number) {
    long z = hash + GOLDEN * (number + 1);
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Combines a hash with a text. */
  public static long combine(long hash, String text) {
    long combined = combine(hash, text.length());
    for (int i = 0; i < text.length(); i++) {
      combined = combine(combined, text.charAt(i));
    }
    return combined;
  }

  /** Evenly distributed in (0, 1). */
  public static double uniform(long hash) {
    return ((hash >>> 12) + 0.5) * 0x1p-52;
  }

  /** Standard normal (Box and Muller, 1958). StrictMath: the same bits on every processor. */
  public static double gaussian(long hash) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform(hash)));
    return radius * StrictMath.cos(2 * Math.PI * uniform(combine(hash, 1)));
  }
}

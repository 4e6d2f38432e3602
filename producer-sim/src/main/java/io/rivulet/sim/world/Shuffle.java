package io.rivulet.sim.world;

import java.math.BigInteger;

/** Maps 0 … n - 1 onto itself, so that a number says nothing of a rank: an affine map modulo n. */
final class Shuffle {
  private final long count;
  private final long factor;
  private final long shift;

  Shuffle(long seed, long count) {
    this.count = count;
    this.factor = coprime(1 + (long) (Hash.uniform(Hash.of(seed, 0)) * count), count);
    this.shift = (long) (Hash.uniform(Hash.of(seed, 1)) * count);
  }

  long apply(long rank) {
    return (factor * rank + shift) % count;
  }

  private static long coprime(long from, long count) {
    long candidate = from;
    while (!BigInteger.valueOf(candidate).gcd(BigInteger.valueOf(count)).equals(BigInteger.ONE)) {
      candidate = candidate % count + 1;
    }
    return candidate;
  }
}

package io.rivulet.sim.world;

import java.util.SplittableRandom;

/** One user's visit. The object is used again for the next visit in its place. */
final class Session {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 20;

  final double[] taste;
  long user;
  String userId;
  int age;
  int gender;
  int device;
  int placement;
  double readiness;
  int position;
  private int length;

  Session(int dimension) {
    taste = new double[dimension];
  }

  boolean ended() {
    return position >= length;
  }

  /** Starts a visit; the taste of that moment holds until it ends. */
  void start(long newUser, Users users, double days, SplittableRandom random) {
    user = newUser;
    userId = "u" + newUser;
    age = users.age(newUser);
    gender = users.gender(newUser);
    readiness = users.readiness(newUser);
    users.taste(newUser, days, taste);
    device = random.nextInt(Situation.DEVICES.size());
    placement = random.nextInt(Situation.PLACEMENTS.size());
    position = 0;
    length = random.nextInt(SHORTEST, LONGEST + 1);
  }
}

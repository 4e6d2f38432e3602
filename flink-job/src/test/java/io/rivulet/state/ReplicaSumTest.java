package io.rivulet.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.Row;
import io.rivulet.fixture.Sums;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas and their owner over a slow, repeating and disordered loop; whole numbers are exact. */
class ReplicaSumTest {
  private static final int LENGTH = 4;
  private static final int STEPS = 2_000;

  private final Sums layout = new Sums(LENGTH);

  /** One learner: its replica, its rounds, and the values on their way to it. */
  private final class Learner {
    final Replica replica = new Replica(layout, new float[LENGTH], Long.MIN_VALUE);
    final Rounds rounds = new Rounds(10, Long.MIN_VALUE);
    final List<ParameterValue> loop = new ArrayList<>();
    long examples;

    void step(Random random, float[] sum) {
      replica.touch();
      for (int i = 0; i < LENGTH; i++) {
        int change = random.nextInt(-5, 6);
        replica.current()[i] += change;
        sum[i] += change;
      }
      replica.learned(0);
      examples++;
    }

    /** Whatever stands first in the loop arrives; some of it again, some of it in disorder. */
    void receive(Random random) {
      if (!loop.isEmpty()) {
        Collections.swap(loop, 0, random.nextInt(Math.min(3, loop.size())));
        ParameterValue value = random.nextInt(4) == 0 ? loop.get(0) : loop.remove(0);
        replica.receive(value.round(), value.row().unpacked().values());
      }
    }

    void receiveAll(Random random) {
      while (!loop.isEmpty()) {
        receive(random);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void oneLearnerIsTheSequenceOfItsStepsWhateverTheDelay(long seed) {
    Random random = new Random(seed);
    SimulatedOwner owner = new SimulatedOwner(layout, new float[LENGTH], 1);
    Learner learner = new Learner();
    float[] sum = new float[LENGTH];

    for (int time = 0; time < STEPS; time++) {
      switch (random.nextInt(4)) {
        case 0 -> close(0, learner, List.of(learner), owner, time);
        case 1 -> learner.receive(random);
        default -> learner.step(random, sum);
      }
      assertThat(learner.replica.current()).containsExactly(sum);
    }
    assertThat(learner.loop).as("the loop is behind").isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void twoLearnersAndTheirOwnerAgreeOnTheSumOfAllWork(long seed) {
    Random random = new Random(seed);
    SimulatedOwner owner = new SimulatedOwner(layout, new float[LENGTH], 2);
    List<Learner> learners = List.of(new Learner(), new Learner());
    float[] sum = new float[LENGTH];

    for (int time = 0; time < STEPS; time++) {
      // The second learner closes fewer rounds, so that the first one is ahead of it.
      int index = random.nextInt(3) / 2;
      Learner learner = learners.get(index);
      switch (random.nextInt(5)) {
        case 0 -> close(index, learner, learners, owner, time);
        case 1, 2 -> learner.receive(random);
        default -> learner.step(random, sum);
      }
    }
    close(0, learners.get(0), learners, owner, STEPS * 2);
    close(1, learners.get(1), learners, owner, STEPS * 2);
    learners.forEach(learner -> learner.receiveAll(random));

    assertThat(owner.row().values()).containsExactly(sum);
    assertThat(owner.row().count())
        .isEqualTo(learners.get(0).examples + learners.get(1).examples)
        .isPositive();
    assertThat(learners)
        .allSatisfy(learner -> assertThat(learner.replica.current()).containsExactly(sum));
  }

  private static void close(
      int index, Learner learner, List<Learner> all, SimulatedOwner owner, long now) {
    long round = learner.rounds.close(now);
    Row work = learner.replica.close(round);
    for (ParameterValue value : owner.closed(index, round, work)) {
      all.forEach(each -> each.loop.add(value));
    }
  }
}

package io.rivulet.bench;

import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How many numbers ND4J gave to new arrays in an iteration, two to most: 0 where it made none. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class NativeArrays {
  /** At the end of the iteration. */
  public long nativeArrays;

  private long before;

  /** Begins an iteration. */
  @Setup(Level.Iteration)
  public void begin() {
    nativeArrays = 0;
    before = newest();
  }

  /** Ends an iteration. */
  @TearDown(Level.Iteration)
  public void end() {
    nativeArrays = newest() - before - 1;
  }

  /** ND4J numbers its arrays, and counts their bytes nowhere; to ask takes a number too. */
  private static long newest() {
    return Nd4j.getDeallocatorService().nextValue();
  }
}

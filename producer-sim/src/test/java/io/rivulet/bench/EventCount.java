package io.rivulet.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Events that were learned from, reported per second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class EventCount {
  /** Since the iteration began. */
  public long events;

  /** Begins an iteration. */
  @Setup(Level.Iteration)
  public void reset() {
    events = 0;
  }
}

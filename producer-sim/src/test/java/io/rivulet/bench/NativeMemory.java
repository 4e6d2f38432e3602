package io.rivulet.bench;

import org.bytedeco.javacpp.Pointer;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** By how much an iteration made ND4J's native memory grow, in bytes: 0 where all is used again. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class NativeMemory {
  /** At the end of the iteration. */
  public long nativeBytes;

  private long before;

  /** Begins an iteration. */
  @Setup(Level.Iteration)
  public void begin() {
    nativeBytes = 0;
    before = Pointer.totalBytes();
  }

  /** Ends an iteration. */
  @TearDown(Level.Iteration)
  public void end() {
    nativeBytes = Pointer.totalBytes() - before;
  }
}

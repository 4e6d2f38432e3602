package io.rivulet.bench;

import io.rivulet.state.OpenRow;
import io.rivulet.state.RowObserver;
import io.rivulet.state.UserRows;
import io.rivulet.state.lifecycle.Admission;
import io.rivulet.state.lifecycle.LifeCycle;
import io.rivulet.state.lifecycle.RowLimits;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One event's use of the cache of user rows: opened, learned, trimmed. Users come one after the
 * other, so that with more users than rows none is found in the cache, and otherwise all.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class RowCacheBenchmark {
  private static final int CAPACITY = 10_000;

  /** Number of users. */
  @Param({"5000", "20000"})
  public int users;

  private String[] ids;
  private UserRows rows;
  private int next;
  private long time;

  /** Makes an empty cache in front of rows in memory. */
  @Setup
  public void open() throws IOException {
    ids = BenchRows.ids(users);
    rows =
        new UserRows(
            new UserRows.Limits(CAPACITY, CAPACITY, () -> CAPACITY),
            BenchRows.layout(),
            new RowMap(),
            new Admission(RowLimits.NONE, new OneKeyGroup()),
            new LifeCycle(RowLimits.NONE, new OneKeyGroup(), new NoQueues()),
            RowObserver.NONE);
  }

  /** One event. */
  @Benchmark
  public OpenRow use() {
    next = (next + 1) % ids.length;
    time++;
    OpenRow row = rows.open(ids[next]);
    row.learned(time);
    rows.trim();
    return row;
  }
}

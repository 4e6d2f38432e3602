package io.rivulet.bench;

import io.rivulet.learner.Example;
import io.rivulet.learner.Learner;
import io.rivulet.learner.Step;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import java.io.IOException;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One step of the learner: predict a batch, then learn from it. All rows are in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 1)
public class LearnerStepBenchmark {
  private static final int EVENTS = 16_384;

  /** How the tasks share what they learn. */
  @Param({"SINGLE_TASK", "SHARED_BOTTOM", "MMOE", "PLE"})
  public ArchitectureType architecture;

  /** Examples in a batch. */
  @Param({"1", "16", "64", "256", "1024"})
  public int batch;

  private Learner learner;
  private List<List<Example>> batches;
  private int next;

  /** Makes a learner, and encodes events for it. */
  @Setup
  public void open() throws IOException {
    LearnerSpec given = BenchModel.config().learner();
    LearnerSpec spec = given.withArchitecture(given.architecture().withType(architecture));
    learner = new Learner(spec);
    batches = ExampleBatches.of(spec, BenchModel.world(), EVENTS, batch);
  }

  /** Frees the native memory. */
  @TearDown
  public void close() {
    learner.close();
  }

  /** The step. */
  @Benchmark
  public Step learn(EventCount count, NativeArrays arrays) {
    next = (next + 1) % batches.size();
    count.events += batch;
    return learner.learn(batches.get(next));
  }
}

package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.spec.LearnerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.nd4j.linalg.factory.Nd4j;

/** A job runs for months: what a step takes of memory outside the heap, the next one uses again. */
class NativeMemoryIT {
  private static final LearnerSpec SPEC =
      Specs.learner(List.of(Specs.binary("like", 4)), List.of());
  private static final int STEPS = 1_000_000;
  private static final int WARM_UP = 50_000;
  private static final int LARGEST_BATCH = 4;

  /** Less than this for each step, heap included, could not be told from the heap's own growth. */
  private static final long BYTES_PER_STEP = 256;

  private int asked;

  @Test
  @EnabledOnOs(OS.LINUX)
  void aMillionStepsTakeNoMore() throws IOException {
    try (Learner learner = new Learner(SPEC)) {
      List<List<Example>> batches = batches();
      learn(learner, batches, WARM_UP);
      long arrays = arrays();
      long pointers = Pointer.totalBytes();
      long resident = resident();

      learn(learner, batches, STEPS);

      assertThat(arrays()).as("numbers of native arrays ever made").isEqualTo(arrays);
      // Less is no fault: what an earlier test left behind is collected meanwhile.
      assertThat(Pointer.totalBytes()).as("bytes of pointers").isLessThanOrEqualTo(pointers);
      assertThat(resident() - resident).isLessThan(BYTES_PER_STEP * STEPS);
    }
  }

  private static void learn(Learner learner, List<List<Example>> batches, int steps) {
    for (int step = 0; step < steps; step++) {
      learner.learn(batches.get(step % batches.size()));
    }
  }

  /** Of every size, so that one follows another of another size. */
  private static List<List<Example>> batches() {
    List<List<Example>> batches = new ArrayList<>();
    for (int size = 1; size <= LARGEST_BATCH; size++) {
      List<Example> batch = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        batch.add(example(size + "-" + i));
      }
      batches.add(batch);
    }
    return batches;
  }

  private static Example example(String id) {
    ParameterLayout rows = Layouts.rows(SPEC);
    return new Example(
        rows.initial("user", id),
        rows.initial("item", id),
        new Features(new int[0]),
        new float[] {id.hashCode() & 1},
        1);
  }

  /** ND4J numbers its arrays and counts their bytes nowhere; to ask takes a number too. */
  private long arrays() {
    asked++;
    return Nd4j.getDeallocatorService().nextValue() - asked;
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElseThrow();
  }
}

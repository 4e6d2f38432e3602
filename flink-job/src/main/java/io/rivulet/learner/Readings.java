package io.rivulet.learner;

import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Which raw outputs each task's loss reads: those of its own tower, or as a product one of each of
 * its factors. The numbers that a loss reads lie side by side, task by task.
 */
final class Readings {
  private final int outputs;
  private final int[] offsets;
  private final int[] sources;
  private final List<List<Integer>> readers = new ArrayList<>();

  Readings(LearnerSpec spec) {
    List<TaskSpec> towers = spec.towers();
    List<String> names = towers.stream().map(TaskSpec::name).toList();
    int[] raw = new int[towers.size() + 1];
    for (int tower = 0; tower < towers.size(); tower++) {
      raw[tower + 1] = raw[tower] + towers.get(tower).outputs();
      readers.add(new ArrayList<>());
    }
    outputs = raw[towers.size()];
    List<Integer> all = new ArrayList<>();
    offsets = new int[spec.tasks().size() + 1];
    for (int task = 0; task < spec.tasks().size(); task++) {
      TaskSpec of = spec.tasks().get(task);
      for (String name : of.hasTower() ? List.of(of.name()) : of.of()) {
        int tower = names.indexOf(name);
        readers.get(tower).add(task);
        for (int source = raw[tower]; source < raw[tower + 1]; source++) {
          all.add(source);
        }
      }
      offsets[task + 1] = all.size();
    }
    sources = all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Number of raw outputs of all towers. */
  int outputs() {
    return outputs;
  }

  /** How many numbers all losses read. */
  int size() {
    return sources.length;
  }

  /** Index of the first number that a task's loss reads. */
  int offset(int task) {
    return offsets[task];
  }

  /** How many numbers a task's loss reads. */
  int length(int task) {
    return offsets[task + 1] - offsets[task];
  }

  /** Copies what all losses read of one example's raw outputs. */
  void read(float[] raw, int at, float[] read, int to) {
    for (int i = 0; i < size(); i++) {
      read[to + i] = raw[at + source(i)];
    }
  }

  /** The raw output that a number is. */
  int source(int number) {
    return sources[number];
  }

  /** The tasks whose loss reads a tower's outputs. */
  List<Integer> readers(int tower) {
    return readers.get(tower);
  }

  /** Number of towers. */
  int towers() {
    return readers.size();
  }
}

package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import io.rivulet.learner.model.ExpertLevel.Gate;
import io.rivulet.learner.model.ExpertLevel.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Experts of each task beside shared ones, in levels (PLE; Tang et al., "Progressive layered
 * extraction", RecSys 2020, equations 1 to 7; one level is their CGC). A task's gate chooses
 * between its own experts and the shared ones; the shared gate, on all levels but the last, between
 * all. A task's experts and gate read what its gate gave on the level before.
 */
final class LayeredExtraction implements Architecture {
  private static final String SHARED = "shared";

  private final List<ExpertLevel> levels = new ArrayList<>();

  /**
   * Appends the parameters.
   *
   * @param shared number of shared experts on each level
   * @param own number of experts of each task on each level
   */
  LayeredExtraction(
      Blocks blocks,
      List<Integer> hidden,
      int depth,
      int shared,
      int own,
      List<String> tasks,
      Axis inputs) {
    Axis width = inputs;
    for (int level = 0; level < depth; level++) {
      boolean first = level == 0;
      List<String> groups = new ArrayList<>(tasks);
      groups.add(SHARED);
      List<Source> experts = new ArrayList<>();
      List<Gate> gates = new ArrayList<>();
      int firstShared = tasks.size() * own;
      for (int group = 0; group < groups.size(); group++) {
        String name = groups.get(group);
        int from = first ? 0 : group * width.length();
        boolean isShared = group == tasks.size();
        for (int i = 0; i < (isShared ? shared : own); i++) {
          experts.add(new Source(name + "-" + i, from, width));
        }
        IntStream chosen =
            isShared
                ? IntStream.range(0, firstShared + shared)
                : IntStream.concat(
                    IntStream.range(group * own, (group + 1) * own),
                    IntStream.range(firstShared, firstShared + shared));
        if (!isShared || level < depth - 1) {
          gates.add(new Gate(new Source(name, from, width), chosen.boxed().toList()));
        }
      }
      int read = first ? inputs.length() : groups.size() * width.length();
      levels.add(new ExpertLevel(blocks, "level-" + level + "/", experts, gates, hidden, read));
      width = Axis.of(levels.get(level).width());
    }
  }

  @Override
  public List<Layer> layers() {
    return levels.stream().flatMap(level -> level.layers().stream()).toList();
  }

  @Override
  public int representation() {
    return levels.get(0).width();
  }

  @Override
  public Pass pass(Passes passes, Activations input) {
    List<Pass> all = new ArrayList<>();
    Activations from = input;
    for (ExpertLevel level : levels) {
      Pass pass = level.pass(passes, from);
      all.add(pass);
      from = pass.output();
    }
    return new Sequence(all);
  }
}

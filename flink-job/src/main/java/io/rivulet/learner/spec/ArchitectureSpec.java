package io.rivulet.learner.spec;

import java.util.List;

/** The layers of the model. */
public record ArchitectureSpec(
    @Key(value = "`shared-bottom`.", otherwise = "shared-bottom") ArchitectureType type,
    @Key(value = "Widths of the shared layers, each >= 1.", otherwise = "[64, 32]")
        List<Integer> hidden,
    @Key(value = "Width of each task's tower, >= 1.", otherwise = "16") int tower) {

  /** Checks the ranges. */
  public ArchitectureSpec {
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty()) {
      throw new SpecException("hidden", hidden, "at least one width, such as [64, 32]");
    }
    hidden.forEach(width -> Checks.atLeast("hidden", width, 1));
    Checks.atLeast("tower", tower, 1);
  }
}

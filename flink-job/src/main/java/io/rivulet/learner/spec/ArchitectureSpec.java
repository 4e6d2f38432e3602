package io.rivulet.learner.spec;

import java.io.Serializable;
import java.util.List;

/** The layers of the model. */
public record ArchitectureSpec(
    @Key(value = "`shared-bottom`, `single-task`, `mmoe` or `ple`.", otherwise = "shared-bottom")
        ArchitectureType type,
    @Key(
            value = "Widths of the layers below the towers, each >= 1; mmoe, ple: of each expert.",
            otherwise = "[64]")
        List<Integer> hidden,
    @Key(value = "Width of each task's tower, >= 1.", otherwise = "16") int tower,
    @Key(value = "mmoe: number of experts; ple: of shared experts; >= 1.", otherwise = "4")
        int experts,
    @Key(value = "ple: number of each task's own experts, >= 1.", otherwise = "1") int taskExperts,
    @Key(value = "ple: number of extraction levels, 1 to 8.", otherwise = "1") int levels,
    @Key(
            value =
                "Probability with which a step of learning leaves each hidden unit out, 0 to below"
                    + " 1. Scores come from all units.",
            otherwise = "0.0")
        double dropout)
    implements Serializable {

  /** Checks the ranges. */
  public ArchitectureSpec {
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty()) {
      throw new SpecException("hidden", hidden, "at least one width, such as [64, 32]");
    }
    hidden.forEach(width -> Checks.atLeast("hidden", width, 1));
    Checks.atLeast("tower", tower, 1);
    Checks.atLeast("experts", experts, 1);
    Checks.atLeast("taskExperts", taskExperts, 1);
    Checks.within("levels", levels, 1, 8);
    if (!(dropout >= 0 && dropout < 1)) {
      throw new SpecException("dropout", dropout, "a number of at least 0 and below 1");
    }
  }

  /** The same in another way of sharing. */
  public ArchitectureSpec withType(ArchitectureType other) {
    return new ArchitectureSpec(other, hidden, tower, experts, taskExperts, levels, dropout);
  }

  /** The same with other dropout. */
  public ArchitectureSpec withDropout(double other) {
    return new ArchitectureSpec(type, hidden, tower, experts, taskExperts, levels, other);
  }
}

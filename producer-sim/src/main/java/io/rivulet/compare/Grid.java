package io.rivulet.compare;

import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.SpecException;
import io.rivulet.learner.spec.WeightingType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which variants to compare. The first is always the yardstick, {@link Variant#ALONE}. */
final class Grid {
  private final ArchitectureType architecture;
  private final WeightingType weighting;
  private final Set<WeightingType> possible = EnumSet.allOf(WeightingType.class);

  /** The variants of a configuration. */
  Grid(LearnerSpec configured) {
    architecture = configured.architecture().type();
    weighting = configured.weighting().type();
    if (configured.weighting().weights().isEmpty()) {
      possible.remove(WeightingType.STATIC);
    }
  }

  /**
   * Every architecture with equal and with the configured weights, and the configured architecture
   * with all weightings.
   */
  List<Variant> usual() {
    SortedSet<Variant> variants = new TreeSet<>();
    for (ArchitectureType type : ArchitectureType.values()) {
      if (type != ArchitectureType.SINGLE_TASK) {
        variants.add(new Variant(type, WeightingType.EQUAL));
        variants.add(new Variant(type, weighting));
      }
    }
    if (architecture != ArchitectureType.SINGLE_TASK) {
      possible.forEach(type -> variants.add(new Variant(architecture, type)));
    }
    return yardstickFirst(variants);
  }

  /**
   * Every one of these architectures with every one of these weightings.
   *
   * @param architectures null for the configured one
   * @param weightings null for equal and the configured weights
   * @throws SpecException if weights are to be static and the configuration gives none
   */
  List<Variant> of(List<ArchitectureType> architectures, List<WeightingType> weightings) {
    if (weightings != null && !possible.containsAll(weightings)) {
      throw new SpecException(
          "compare.weightings",
          "static",
          "others, or give weights with learner.weighting in the configuration");
    }
    SortedSet<Variant> variants = new TreeSet<>();
    for (ArchitectureType type : architectures == null ? List.of(architecture) : architectures) {
      for (WeightingType weights :
          weightings == null ? List.of(WeightingType.EQUAL, weighting) : weightings) {
        variants.add(new Variant(type, weights));
      }
    }
    return yardstickFirst(variants);
  }

  /** All weightings that this configuration can have. */
  List<WeightingType> weightings() {
    return List.copyOf(possible);
  }

  private static List<Variant> yardstickFirst(SortedSet<Variant> variants) {
    variants.remove(Variant.ALONE);
    List<Variant> ordered = new ArrayList<>();
    ordered.add(Variant.ALONE);
    ordered.addAll(variants);
    return ordered;
  }
}

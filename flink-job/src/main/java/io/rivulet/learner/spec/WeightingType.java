package io.rivulet.learner.spec;

/** How the tasks' losses are weighted against each other. */
public enum WeightingType {
  /** Every task has weight 1. */
  EQUAL,
  /** Weights that somebody chose. */
  STATIC,
  /** Homoscedastic uncertainty, learned (Kendall, Gal, Cipolla, CVPR 2018). */
  UNCERTAINTY,
  /** Dynamic weight averaging (Liu, Johns, Davison, CVPR 2019). */
  DWA,
  /** Gradient normalisation (Chen et al., ICML 2018). */
  GRADNORM,
  /** Fast adaptive multitask optimisation (Liu, Feng, Stone, Liu, NeurIPS 2023). */
  FAMO,
  /** Projecting conflicting gradients (Yu et al., NeurIPS 2020). */
  PCGRAD,
  /** Smooth Tchebycheff scalarisation (Lin et al., ICML 2024). */
  STCH,
  /** The sum of the losses' logarithms (Chennupati et al., CVPR workshops 2019). */
  LOG_SUM;

  /** Whether the weights follow from the stream. */
  public boolean adaptive() {
    return this != EQUAL && this != STATIC;
  }
}

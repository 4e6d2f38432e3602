package io.rivulet.bench;

import java.util.Map;

/** How OpenBLAS computes: by the processor that it finds, unless the environment names another. */
final class Kernels {
  private static final String VARIABLE = "OPENBLAS_CORETYPE";

  private Kernels() {}

  /** What to tell of an environment; empty if OpenBLAS chooses by itself. */
  static String note(Map<String, String> environment) {
    String given = environment.getOrDefault(VARIABLE, "");
    return given.isBlank()
        ? ""
        : "%s=%s is set: OpenBLAS computes as on such a processor, whatever this one is"
            .formatted(VARIABLE, given);
  }
}

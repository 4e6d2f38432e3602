package io.rivulet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelsTest {
  @Test
  void aProcessorThatTheEnvironmentNamesIsTold() {
    assertThat(Kernels.note(Map.of("OPENBLAS_CORETYPE", "Haswell")))
        .startsWith("OPENBLAS_CORETYPE=Haswell is set");
  }

  @Test
  void thereIsNothingToTellIfOpenBlasChooses() {
    assertThat(Kernels.note(Map.of("OPENBLAS_CORETYPE", "", "OMP_NUM_THREADS", "1"))).isEmpty();
  }
}

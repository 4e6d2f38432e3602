package io.rivulet.demo.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class LoopbackPortTest {

  @Test
  void aFreePortIsBelowTheEphemeralRange() throws IOException {
    int port = LoopbackPort.free(0);
    assertThat(port).isBetween(20_000, 31_999);
    assertThat(LoopbackPort.accepts(port)).isFalse();
    LoopbackPort.requireFree(port);
  }

  @Test
  void twoPortsDiffer() throws IOException {
    int port = LoopbackPort.free(0);
    assertThat(LoopbackPort.free(port)).isNotEqualTo(port);
  }

  @Test
  void aTakenPortIsPassedOverAndNamed() throws IOException {
    int port = LoopbackPort.free(0);
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(LoopbackPort.address(port));
      assertThat(LoopbackPort.free(0)).isNotEqualTo(port);
      assertThat(LoopbackPort.accepts(port)).isTrue();
      assertThatIOException()
          .isThrownBy(() -> LoopbackPort.requireFree(port))
          .withMessageStartingWith("port " + port + " on 127.0.0.1 is taken")
          .withMessageContaining("choose another port");
    }
  }
}

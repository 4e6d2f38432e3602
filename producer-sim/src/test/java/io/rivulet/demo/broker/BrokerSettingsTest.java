package io.rivulet.demo.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BrokerSettingsTest {

  private final BrokerSettings defaults = BrokerSettings.defaults();

  @Test
  void eachPartCanBeChanged() {
    assertThat(defaults.withPort(9092).withHeapMegabytes(256))
        .isEqualTo(
            new BrokerSettings(
                9092, 256, Duration.ofMinutes(1), List.of(), Map.of(), ShortLivedJvm.OPTIONS));
    BrokerListener tls = new BrokerListener("TLS", "SSL", Map.of("ssl.client.auth", "required"));
    assertThat(
            defaults
                .withListeners(List.of(tls))
                .withProperties(Map.of("a", "b"))
                .withJvmOptions(List.of("-Xint")))
        .isEqualTo(
            new BrokerSettings(
                0, 512, Duration.ofMinutes(1), List.of(tls), Map.of("a", "b"), List.of("-Xint")));
  }

  @Test
  void whatCannotBeIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withPort(65_536))
        .withMessage("broker port 65536: choose 1 to 65535, or 0 for a free one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withHeapMegabytes(64))
        .withMessage("broker heap of 64 MiB: choose at least 128");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withStartTimeout(Duration.ZERO))
        .withMessageContaining("start timeout PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BrokerListener("CLIENTS", "SSL", Map.of()))
        .withMessageStartingWith("broker listener 'CLIENTS': choose capital letters, and none of");
  }
}

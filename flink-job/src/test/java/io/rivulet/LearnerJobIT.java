package io.rivulet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.config.yaml.ConfigException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waits as long as the job waits for a broker. */
class LearnerJobIT {
  @Test
  void anUnreachableBrokerEndsTheJobWithTheSettingThatIsWrong(@TempDir Path folder)
      throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Path file =
        Files.writeString(
            folder.resolve("job.yaml"),
            "learner: {tasks: [{name: a, type: binary, label: {positive: [x], negative: [y]}}]}\n"
                + "kafka: {bootstrapServers: '127.0.0.1:"
                + port
                + "'}\n");

    assertThatThrownBy(() -> LearnerJob.main(new String[] {file.toString()}))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "kafka.bootstrapServers: found '127.0.0.1:%d', no broker answered within 15s;"
                + " use host:port of a running broker that this machine reaches, and"
                + " kafka.security as this listener of the brokers wants it ('plaintext' now)",
            port);
  }
}

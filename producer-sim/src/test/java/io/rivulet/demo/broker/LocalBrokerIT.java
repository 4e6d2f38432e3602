package io.rivulet.demo.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class LocalBrokerIT {

  @TempDir private Path temporary;

  @Test
  void recordsSurviveAKillAndARestart() throws Exception {
    Path folder = temporary.resolve("a folder with \"spaces\"");
    try (LocalBroker broker = LocalBroker.start(folder)) {
      TopicClient client = new TopicClient(broker.bootstrapServers());
      client.createTopic("events");
      client.send("events", List.of("one", "two"));
      assertThat(client.readAll("events", 2)).containsExactly("one", "two");

      broker.kill();
      assertThat(broker.isRunning()).isFalse();
      broker.restart();
      client.send("events", List.of("three"));
      assertThat(client.readAll("events", 3)).containsExactly("one", "two", "three");

      broker.stop();
      assertThat(broker.isRunning()).isFalse();
      assertThat(Files.readString(broker.log())).contains("shut down completed");
    }
    try (LocalBroker another = LocalBroker.start(folder)) {
      TopicClient client = new TopicClient(another.bootstrapServers());
      assertThat(client.readAll("events", 3)).containsExactly("one", "two", "three");
    }
  }

  @Test
  void anInterruptIsIgnoredAndTransactionsCommit() throws Exception {
    try (LocalBroker broker = LocalBroker.start(temporary)) {
      // As Ctrl-C in a terminal does, which reaches the child too.
      String id = Long.toString(broker.processId());
      assertThat(new ProcessBuilder("kill", "-INT", id).start().waitFor()).isZero();
      TopicClient client = new TopicClient(broker.bootstrapServers());
      client.createTopic("events");
      client.sendInTransaction("events", List.of("one", "two"), Duration.ofHours(1));
      assertThat(client.readAll("events", 2)).containsExactly("one", "two");
    }
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(LoopbackPort.address(0));
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> LocalBroker.start(temporary, port))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + port + " on 127.0.0.1 is taken by another program");
    }
  }

  @Test
  void aFailedStartShowsTheLog() throws IOException {
    Files.createDirectories(temporary.resolve("data"));
    Files.writeString(temporary.resolve("data/meta.properties"), "version=1\nnode.id=99\n");
    assertThatThrownBy(() -> LocalBroker.start(temporary))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended with exit code 1; the end of its log:")
        .hasMessageContaining("cluster.id was not found");
  }

  @Test
  void aBrokerThatDoesNotAnswerIsKilled() {
    BrokerSettings hasty = BrokerSettings.defaults().withStartTimeout(Duration.ofMillis(200));
    assertThatThrownBy(() -> LocalBroker.start(temporary, hasty))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not answer within 0.2 s");
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void theBrokerEndsWithItsParent() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                ClassPath.join(ClassPath.current()),
                BrokerParent.class.getName(),
                temporary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      long pid = Long.parseLong(parent.inputReader().readLine());
      ProcessHandle broker = ProcessHandle.of(pid).orElseThrow();
      assertThat(broker.isAlive()).isTrue();
      parent.destroyForcibly();
      assertThat(broker.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }
}

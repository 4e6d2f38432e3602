package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody on the network reaches what the demo starts. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class LoopbackOnlyIT {
  @TempDir private Path folder;

  @Test
  void allThatListensIsOnTheLoopbackAddress() throws Exception {
    assumeTrue(Files.isReadable(ListeningSocket.TABLES.get(0)), "the kernel lists its sockets");
    Process demo = start();
    try {
      awaitEvents(demo);
      List<ListeningSocket> sockets =
          Stream.concat(Stream.of(demo.toHandle()), demo.descendants())
              .flatMap(process -> ListeningSocket.of(process.pid()).stream())
              .toList();
      // Broker and its controller; Flink's web page, blobs, shuffle.
      assertThat(sockets).hasSizeGreaterThanOrEqualTo(4);
      assertThat(sockets).allMatch(ListeningSocket::isLoopback);
    } finally {
      demo.destroy();
      demo.waitFor();
    }
  }

  private Process start() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-Djava.io.tmpdir=" + folder,
            "-Dlog4j2.configurationFile=demo-log4j2.xml",
            "-cp",
            System.getProperty("java.class.path"),
            Demo.class.getName(),
            "--parallelism=1",
            "--seconds=120",
            "--rate=100")
        .redirectErrorStream(true)
        .start();
  }

  /** By then all that the demo uses has started. */
  private static void awaitEvents(Process demo) throws Exception {
    StringBuilder printed = new StringBuilder();
    BufferedReader lines = demo.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(" events ")) {
        return;
      }
      printed.append(line).append('\n');
    }
    throw new AssertionError("The demo ended early:\n" + printed);
  }
}

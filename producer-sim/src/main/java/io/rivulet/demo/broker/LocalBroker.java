package io.rivulet.demo.broker;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One real Kafka broker (KRaft, broker and controller in one) in a child process, reachable on the
 * loopback address only. Topics are not created by themselves. All its files lie in one folder, so
 * that its records survive a restart.
 *
 * <p>The child ends with this process, however this process ends. Not thread-safe.
 */
public final class LocalBroker implements AutoCloseable {

  private static final Path SHELL = Path.of("/bin/sh");
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  private final BrokerFolder folder;
  private final BrokerSettings settings;
  private final BrokerPorts ports;
  private Process process;

  private LocalBroker(BrokerFolder folder, BrokerSettings settings) throws IOException {
    this.folder = folder;
    this.settings = settings;
    ports = BrokerPorts.choose(settings);
  }

  /** Starts a broker with {@link BrokerSettings#defaults()}. */
  public static LocalBroker start(Path folder) throws IOException, InterruptedException {
    return start(folder, BrokerSettings.defaults());
  }

  /** Starts a broker on a port, 0 for a free one. */
  public static LocalBroker start(Path folder, int port) throws IOException, InterruptedException {
    return start(folder, BrokerSettings.defaults().withPort(port));
  }

  /**
   * Starts a broker and waits until it answers.
   *
   * @param folder created if missing; what an earlier broker left there is served again
   * @throws IOException if the port is taken, or the broker does not start: the message ends with
   *     the last lines of its log
   */
  public static LocalBroker start(Path folder, BrokerSettings settings)
      throws IOException, InterruptedException {
    LocalBroker broker = new LocalBroker(BrokerFolder.create(folder), settings);
    broker.launch();
    return broker;
  }

  /** Where clients connect without security: {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers(BrokerPorts.CLIENTS);
  }

  /** Where clients of another listener connect. */
  public String bootstrapServers(String listener) {
    return ports.address(listener);
  }

  /** The file with all that the broker printed, over all its starts. */
  public Path log() {
    return folder.log();
  }

  /** The child's process id. */
  public long processId() {
    return process.pid();
  }

  /** Whether the child process runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** Stops the broker in good order, or by force if that takes too long. Its folder stays. */
  public void stop() {
    process.destroy();
    try {
      if (process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  /** Kills the broker as a crash does: nothing is flushed, no one is told. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /**
   * Starts a stopped or killed broker again, with the same folder and ports; stops it first if it
   * runs.
   *
   * @throws IOException as {@link #start(Path, BrokerSettings)}
   */
  public void restart() throws IOException, InterruptedException {
    stop();
    launch();
  }

  /** The same as {@link #stop()}. */
  @Override
  public void close() {
    stop();
  }

  private void launch() throws IOException, InterruptedException {
    LoopbackPort.requireFree(ports.clients());
    folder.write(settings, ports);
    process =
        new ProcessBuilder(command())
            .directory(folder.path().toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(folder.log().toFile()))
            .start();
    boolean ready = false;
    try {
      ready = new BrokerProbe(ports.clients()).await(process, settings.startTimeout());
      if (!ready) {
        throw new IOException(
            "the Kafka broker in %s %s; the end of its log:%n%s"
                .formatted(folder.path(), fault(), folder.logTail()));
      }
    } finally {
      if (!ready) {
        kill();
      }
    }
  }

  /**
   * Ctrl-C in a terminal goes to all processes there. The broker must outlive it, so that the
   * program that uses it can end in good order; a signal that is ignored at start stays ignored.
   */
  private List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String arguments = "@" + folder.arguments();
    return Files.isExecutable(SHELL)
        ? List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "sh", java, arguments)
        : List.of(java, arguments);
  }

  private String fault() {
    return process.isAlive()
        ? "did not answer within %.1f s".formatted(settings.startTimeout().toMillis() / 1e3)
        : "ended with exit code " + process.exitValue();
  }
}

package io.rivulet.cluster;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JobManager or a TaskManager: one child JVM. */
final class FlinkProcess {
  private final Process process;
  private final Path log;

  private FlinkProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the process; what it prints is added to the log file. */
  static FlinkProcess start(ProcessBuilder builder, Path log) throws IOException {
    return new FlinkProcess(builder.redirectOutput(Redirect.appendTo(log.toFile())).start(), log);
  }

  long id() {
    return process.pid();
  }

  /**
   * Checks that it runs.
   *
   * @throws IllegalStateException with all that it printed if it has ended
   */
  void check() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "ended with exit code " + process.exitValue() + ":\n" + Files.readString(log));
    }
  }

  /** The most memory, in mebibytes, that it has occupied so far. */
  long peakMemory() throws IOException {
    return kibibytes("VmHWM") / 1024;
  }

  /** The memory, in mebibytes, that it occupies. */
  long memory() throws IOException {
    return kibibytes("VmRSS") / 1024;
  }

  private long kibibytes(String field) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(id()), "status"))) {
      if (line.startsWith(field + ":")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("process " + id() + " tells no " + field);
  }

  /** Stops it where it stands, as a machine that hangs does; it still holds its connections. */
  void freeze() throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-STOP", Long.toString(id())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("cannot stop process " + id());
    }
  }

  /** As kill -9 does; returns when it is dead. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}

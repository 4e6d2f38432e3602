package io.rivulet.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;

/**
 * Where the threads are for a while, and nothing else: with all that JFR can tell the job takes
 * twice as long. When JFR is first started the JVM throws away all that it has compiled, and the
 * job is slow for half a minute; so it is started before there is a job.
 */
final class ThreadRecording implements AutoCloseable {
  private static final Duration SAMPLING = Duration.ofMillis(20);

  private final Path file;
  private final Recording idle;
  private Recording running;

  /**
   * Starts JFR, which records nothing yet.
   *
   * @param file to be written; null to record nothing at all
   */
  ThreadRecording(Path file) {
    this.file = file;
    idle = file == null ? null : new Recording();
    if (idle != null) {
      idle.start();
    }
  }

  /** Records from now on. */
  void begin() {
    if (file != null) {
      running = new Recording();
      running.enable("jdk.ExecutionSample").withPeriod(SAMPLING);
      running.enable("jdk.NativeMethodSample").withPeriod(SAMPLING);
      running.start();
    }
  }

  /** Writes what was recorded. */
  void end() throws IOException {
    if (running != null) {
      running.dump(file);
      running.close();
    }
  }

  @Override
  public void close() {
    if (idle != null) {
      idle.close();
    }
  }
}

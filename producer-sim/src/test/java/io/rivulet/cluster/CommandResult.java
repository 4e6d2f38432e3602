package io.rivulet.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How a command ended, and all that it printed. */
record CommandResult(int exitCode, String output) {
  /** Runs a command to its end. */
  static CommandResult of(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new CommandResult(process.waitFor(), output);
    } finally {
      process.destroyForcibly();
    }
  }
}

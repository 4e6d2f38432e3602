package io.rivulet.sim;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Sends events to Kafka: simulated ones, or those of a public data set. */
@Command(
    name = "producer-sim",
    mixinStandardHelpOptions = true,
    version = "producer-sim 0.1.0",
    description = "Sends items and events to Kafka: simulated ones, or those of a public data set.",
    subcommands = {SimulateCommand.class, ReplayCommand.class, CommandLine.HelpCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all was delivered",
      "1:broker unreachable, a record refused, or the data set unusable; the message says why",
      "2:an option is wrong",
      "130:ended by Ctrl-C; what had been sent was flushed before"
    },
    footer = {"", "Every command explains itself: producer-sim simulate --help"})
public final class ProducerSim {
  private ProducerSim() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new ProducerSim())
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(ProducerSim::explain);
  }

  /** What a user can mend gets one line; anything else is a defect and keeps its stack trace. */
  private static int explain(
      Exception error, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    PrintWriter messages = command.getErr();
    if (error instanceof IllegalArgumentException) {
      messages.println("producer-sim: " + error.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    if (error instanceof IOException) {
      messages.println("producer-sim: " + error.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw error;
  }
}

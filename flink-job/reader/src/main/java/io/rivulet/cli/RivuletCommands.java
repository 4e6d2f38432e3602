package io.rivulet.cli;

import io.rivulet.snapshot.SnapshotException;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at the versions of a model in its topic, and says which one is to be used. */
@Command(
    name = "rivulet-cli",
    mixinStandardHelpOptions = true,
    version = "rivulet-cli 0.1.0",
    description = "Looks at the versions of a model, and says which one is to be used.",
    subcommands = {
      VersionsCommand.class,
      ManifestCommand.class,
      RowsCommand.class,
      DiffCommand.class,
      ExportCommand.class,
      ScoreCommand.class,
      CurrentCommand.class,
      RollbackCommand.class,
      TailCommand.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:not found, refused, or no broker; the message says why",
      "2:an option is wrong"
    },
    footer = {"", "Every command explains itself: rivulet-cli score --help"})
public final class RivuletCommands {
  private RivuletCommands() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The commands, for a program that runs them itself. */
  public static CommandLine commandLine() {
    return new CommandLine(new RivuletCommands())
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(RivuletCommands::explain);
  }

  /** What a user can mend gets one line; anything else is a defect and keeps its stack trace. */
  private static int explain(
      Exception error, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (error instanceof SnapshotException
        || error instanceof IOException
        || error instanceof KafkaException
        || error instanceof IllegalArgumentException) {
      String bootstrapServers =
          command.getCommandSpec().findOption("--bootstrap-servers").getValue();
      command.getErr().println("rivulet-cli: " + Explanation.of(error, bootstrapServers));
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw error;
  }
}

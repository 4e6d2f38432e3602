package io.rivulet.demo.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The files of a broker, all in one folder.
 *
 * @param path the folder, absolute
 */
record BrokerFolder(Path path) {

  private static final String LOGGING = "broker-log4j2.xml";
  private static final int TAIL_LINES = 30;

  static BrokerFolder create(Path path) throws IOException {
    return new BrokerFolder(Files.createDirectories(path.toAbsolutePath()));
  }

  /** All that the broker and its JVM print. */
  Path log() {
    return path.resolve("broker.log");
  }

  Path arguments() {
    return path.resolve("java.args");
  }

  private Path properties() {
    return path.resolve("server.properties");
  }

  /** Writes all that the child process reads. */
  void write(BrokerSettings settings, BrokerPorts ports) throws IOException {
    Files.writeString(properties(), ServerProperties.text(settings, ports, path.resolve("data")));
    try (InputStream logging = BrokerFolder.class.getResourceAsStream(LOGGING)) {
      Files.copy(
          Objects.requireNonNull(logging, LOGGING),
          path.resolve(LOGGING),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.write(arguments(), javaArguments(settings));
  }

  /** A file of arguments, since a long class path may be more than a command line can hold. */
  private List<String> javaArguments(BrokerSettings settings) {
    List<String> arguments = new ArrayList<>(settings.jvmOptions());
    arguments.addAll(
        List.of(
            "-Xmx" + settings.heapMegabytes() + "m",
            "-Dlog4j2.configurationFile=" + path.resolve(LOGGING).toUri(),
            "-cp",
            ClassPath.join(ClassPath.current()),
            BrokerProcess.class.getName(),
            properties().toString()));
    return arguments.stream()
        .map(argument -> '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .toList();
  }

  /** The last lines of the log, for a message. */
  String logTail() throws IOException {
    if (Files.notExists(log())) {
      return "(no log)";
    }
    List<String> lines = Files.readString(log(), StandardCharsets.UTF_8).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }
}

package io.rivulet.docker;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Dockerfile with one instruction a line.
 *
 * @param lines its instructions, without comments
 */
record Dockerfile(List<String> lines) {

  static Dockerfile read(Path file) {
    return new Dockerfile(
        Repository.read(file)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList());
  }

  String from() {
    return arguments("FROM").findFirst().orElseThrow();
  }

  /** The user that the container runs as. */
  String user() {
    return arguments("USER").reduce((earlier, later) -> later).orElse("root");
  }

  /** What is copied out of the build context. */
  List<String> sources() {
    return arguments("COPY")
        .map(arguments -> arguments.split("\\s+"))
        .flatMap(paths -> Arrays.stream(paths).limit(paths.length - 1L))
        .toList();
  }

  private Stream<String> arguments(String instruction) {
    return lines.stream()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length()).strip());
  }
}

package io.rivulet.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a job reads and leaves in the file system.
 *
 * @param path the folder, absolute
 */
record JobFiles(Path path) {
  private static final String CONFIGURATION = "rivulet.yaml";

  static JobFiles create(Path folder) throws IOException {
    JobFiles files = new JobFiles(Files.createDirectories(folder.toAbsolutePath()));
    try (InputStream in = JobFiles.class.getResourceAsStream(CONFIGURATION)) {
      Files.copy(Objects.requireNonNull(in, CONFIGURATION), files.configuration());
    }
    return files;
  }

  Path configuration() {
    return path.resolve(CONFIGURATION);
  }

  void addToConfiguration(String lines) throws IOException {
    Files.writeString(configuration(), "\n" + lines + "\n", StandardOpenOption.APPEND);
  }

  Path checkpoints() {
    return path.resolve("checkpoints");
  }

  Path savepoints() {
    return path.resolve("savepoints");
  }

  /** The newest checkpoint that is complete: only such a one has its metadata. */
  Optional<String> newestCheckpoint() throws IOException {
    if (Files.notExists(checkpoints())) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.walk(checkpoints(), 3)) {
      return all.filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparing(file -> file.toFile().lastModified()))
          .map(file -> file.getParent().toUri().toString());
    }
  }
}

package io.rivulet.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a test class keeps its files: below target/, so that logs can be read afterwards. */
final class ClusterFolder {
  private ClusterFolder() {}

  /** A new folder; what an earlier run left there is removed. */
  static Path create(String name) throws IOException {
    Path folder = Path.of("target", "cluster", name).toAbsolutePath();
    if (Files.exists(folder)) {
      List<Path> old;
      try (Stream<Path> files = Files.walk(folder)) {
        old = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : old) {
        Files.delete(file);
      }
    }
    return Files.createDirectories(folder);
  }
}

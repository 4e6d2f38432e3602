package io.rivulet.compare;

import io.rivulet.learner.spec.SpecException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a comparison leaves. */
final class Report {
  private Report() {}

  /**
   * Makes the folder, if it does not exist.
   *
   * @throws SpecException if that is not possible
   */
  static void prepare(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new SpecException("compare.out", folder, "a folder that can be written (" + e + ")");
    }
  }

  /**
   * Writes {@code comparison.md}, {@code comparison.csv} and {@code comparison.png}; earlier ones
   * are replaced.
   *
   * @return the files
   */
  static List<Path> write(Comparison comparison, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(Files.write(folder.resolve("comparison.md"), MarkdownTable.lines(comparison)));
    files.add(Files.write(folder.resolve("comparison.csv"), CsvTable.lines(comparison)));
    Path plot = folder.resolve("comparison.png");
    try (OutputStream out = Files.newOutputStream(plot)) {
      new DotPlot(comparison).write(out);
    }
    files.add(plot);
    return files;
  }
}

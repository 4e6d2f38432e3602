package io.rivulet.compare;

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
   * Writes {@code comparison.md}, {@code comparison.csv} and {@code comparison.png}; earlier ones
   * are replaced.
   *
   * @param folder is made if it does not exist
   * @return the files
   */
  static List<Path> write(Comparison comparison, Path folder) throws IOException {
    Files.createDirectories(folder);
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

package io.rivulet.sim.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** All formats, in the order in which a folder is tried. */
final class Formats {
  private static final List<Format> ALL =
      List.of(new MovieLens100K(), new DoubleColons(), new CommaSeparated());

  private Formats() {}

  /** The format of a folder: the first whose file of ratings is there. */
  static Format of(Path folder) throws DataSetException {
    for (Format format : ALL) {
      if (Files.exists(folder.resolve(format.ratingsFile()))) {
        return format;
      }
    }
    String formats =
        ALL.stream()
            .map(f -> "  %s and %s (%s)".formatted(f.ratingsFile(), f.itemsFile(), f.name()))
            .collect(Collectors.joining(System.lineSeparator()));
    String problem = Files.isDirectory(folder) ? "holds no known data set" : "is not a folder";
    throw new DataSetException("%s %s; looked for:%n%s".formatted(folder, problem, formats));
  }
}

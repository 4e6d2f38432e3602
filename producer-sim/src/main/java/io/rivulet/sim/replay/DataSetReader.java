package io.rivulet.sim.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Reads the files of a folder. */
final class DataSetReader {
  private final Path folder;
  private final Format format;
  private final Consumer<String> messages;
  private final LongSupplier nanoClock;
  private final MalformedLines malformed;

  DataSetReader(Path folder, Consumer<String> messages, LongSupplier nanoClock)
      throws DataSetException {
    this.folder = folder;
    this.format = Formats.of(folder);
    this.messages = messages;
    this.nanoClock = nanoClock;
    this.malformed = new MalformedLines(messages);
  }

  DataSet read() throws IOException {
    checkFiles();
    Map<String, Movie> movies = new LinkedHashMap<>();
    file(format.itemsFile())
        .read(
            format.itemsHeader(),
            line -> {
              Movie movie = format.readItem(line);
              putNew(movies, movie.id(), movie);
            });
    Map<String, Map<String, String>> contexts = new HashMap<>();
    if (hasUsers()) {
      file(format.usersFile())
          .read(
              "",
              line -> {
                Person person = format.readUser(line);
                putNew(contexts, person.id(), person.context());
              });
    }
    Ratings ratings = new Ratings();
    file(format.ratingsFile())
        .read(format.ratingsHeader(), line -> format.readRating(line, ratings));
    malformed.close();
    String name = folder.toRealPath().getFileName().toString();
    return new DataSet(name, format.name(), ratings, movies, contexts, malformed.count());
  }

  private void checkFiles() throws DataSetException {
    boolean usersMissing = !format.usersOptional() && !hasUsers();
    for (String file : new String[] {format.itemsFile(), usersMissing ? format.usersFile() : ""}) {
      if (!Files.exists(folder.resolve(file))) {
        throw new DataSetException(
            "%s: %s is missing; %s looks like %s, which needs it"
                .formatted(folder, file, format.ratingsFile(), format.name()));
      }
    }
  }

  private boolean hasUsers() {
    return !format.usersFile().isEmpty() && Files.exists(folder.resolve(format.usersFile()));
  }

  private TextFile file(String name) {
    return new TextFile(folder.resolve(name), malformed, messages, nanoClock);
  }

  private static <V> void putNew(Map<String, V> map, String id, V value)
      throws MalformedLineException {
    if (map.putIfAbsent(id, value) != null) {
      throw new MalformedLineException("id " + id + " occurs twice, the first line is kept");
    }
  }
}

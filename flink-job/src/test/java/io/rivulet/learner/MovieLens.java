package io.rivulet.learner;

import io.rivulet.learner.data.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MovieLens 100K as a stream of events, from the original files. */
public final class MovieLens {
  private static final String PLACE = "shared/data/ml-100k";

  private final Path folder;

  /**
   * The data in {@code shared/data/ml-100k}, looked for in the working folder and all above it:
   * their licence does not allow them to be part of the repository.
   */
  public static Optional<MovieLens> find() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(PLACE))) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder).map(found -> new MovieLens(found.resolve(PLACE)));
  }

  /** Reads from {@code folder}. */
  public MovieLens(Path folder) {
    this.folder = folder;
  }

  /** The genres' names, in the order of their columns. */
  public List<String> genres() {
    return lines("u.genre", StandardCharsets.UTF_8).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\\|", -1)[0])
        .toList();
  }

  /** All ratings in the order of (timestamp, user, item). */
  public List<Event> events() {
    Map<String, Map<String, String>> users = new HashMap<>();
    for (String line : lines("u.user", StandardCharsets.UTF_8)) {
      String[] fields = line.split("\\|", -1);
      String age = Integer.toString(Integer.parseInt(fields[1]) / 5 * 5);
      users.put(fields[0], Map.of("age", age, "gender", fields[2], "occupation", fields[3]));
    }
    List<String> genres = genres();
    Map<String, Map<String, String>> items = new HashMap<>();
    for (String line : lines("u.item", StandardCharsets.ISO_8859_1)) {
      String[] fields = line.split("\\|", -1);
      int first = 0;
      while (!fields[5 + first].equals("1")) {
        first++;
      }
      String year = fields[2].isEmpty() ? "none" : fields[2].substring(7);
      items.put(fields[0], Map.of("genre", genres.get(first), "year", year));
    }
    record Rating(long time, int user, int item, double value) {}
    List<Rating> ratings = new ArrayList<>();
    for (String line : lines("u.data", StandardCharsets.UTF_8)) {
      String[] fields = line.split("\t", -1);
      ratings.add(
          new Rating(
              Long.parseLong(fields[3]),
              Integer.parseInt(fields[0]),
              Integer.parseInt(fields[1]),
              Double.parseDouble(fields[2])));
    }
    ratings.sort(
        Comparator.comparingLong(Rating::time)
            .thenComparingInt(Rating::user)
            .thenComparingInt(Rating::item));
    return ratings.stream()
        .map(
            r -> {
              String user = Integer.toString(r.user());
              String item = Integer.toString(r.item());
              return new Event(user, item, "rate", r.value(), users.get(user), items.get(item));
            })
        .toList();
  }

  private List<String> lines(String name, Charset charset) {
    try {
      return Files.readAllLines(folder.resolve(name), charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

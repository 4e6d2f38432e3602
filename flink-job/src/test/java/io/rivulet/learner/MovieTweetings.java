package io.rivulet.learner;

import io.rivulet.learner.data.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A snapshot of 100,000 ratings of MovieTweetings as a stream of events. */
public final class MovieTweetings {
  private static final String PLACE = "shared/data/movietweetings-100k";

  private final Path folder;

  /** The data in {@code shared/data}, looked for in the working folder and all above it. */
  public static Optional<MovieTweetings> find() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(PLACE))) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder).map(found -> new MovieTweetings(found.resolve(PLACE)));
  }

  private MovieTweetings(Path folder) {
    this.folder = folder;
  }

  /** All ratings in the order of (timestamp, user, item). */
  public List<Event> events() {
    Map<String, Map<String, String>> items = new HashMap<>();
    for (String line : lines("movies.dat")) {
      String[] fields = line.split("::", -1);
      Map<String, String> facts = new HashMap<>();
      int year = fields[1].lastIndexOf('(');
      if (year >= 0) {
        facts.put("year", fields[1].substring(year + 1).replace(")", "").strip());
      }
      if (fields.length > 2 && !fields[2].isEmpty()) {
        facts.put("genre", fields[2].split("\\|", -1)[0]);
      }
      items.put(fields[0], facts);
    }
    record Rating(long user, String item, double value, long time) {}
    return lines("ratings.dat").stream()
        .map(line -> line.split("::", -1))
        .map(
            f ->
                new Rating(
                    Long.parseLong(f[0]), f[1], Double.parseDouble(f[2]), Long.parseLong(f[3])))
        .sorted(
            Comparator.comparingLong(Rating::time)
                .thenComparingLong(Rating::user)
                .thenComparingLong(rating -> Long.parseLong(rating.item())))
        .map(
            r ->
                new Event(
                    Long.toString(r.user()),
                    r.item(),
                    "rate",
                    r.value(),
                    Map.of(),
                    items.getOrDefault(r.item(), Map.of())))
        .toList();
  }

  private List<String> lines(String name) {
    try {
      return Files.readAllLines(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

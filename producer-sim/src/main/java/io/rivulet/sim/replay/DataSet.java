package io.rivulet.sim.replay;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import io.rivulet.sim.source.EventSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A recorded data set of ratings, replayed in the order of (time, user, item). Ids are those of the
 * data set; event ids are {@code <folder>-000000000}, counted in that order. Holds about 24 bytes
 * per rating.
 */
public final class DataSet implements EventSource {
  private static final String ZEROS = "000000000";

  private final String name;
  private final String format;
  private final Ratings ratings;
  private final Map<String, Movie> movies;
  private final Map<String, Map<String, String>> contexts;
  private final long malformedLines;
  private final int[] order;

  DataSet(
      String name,
      String format,
      Ratings ratings,
      Map<String, Movie> movies,
      Map<String, Map<String, String>> contexts,
      long malformedLines) {
    this.name = name;
    this.format = format;
    this.ratings = ratings;
    this.movies = movies;
    this.contexts = contexts;
    this.malformedLines = malformedLines;
    this.order = ratings.inOrder();
  }

  /**
   * Reads a data set; which one it is follows from the files in the folder.
   *
   * @param folder the folder with the original files, unpacked
   * @param messages takes the progress of long files (once a second), and each malformed line with
   *     its file, line number and reason (the first ten in full, then their number)
   * @throws DataSetException if the folder holds no known data set, a file is missing, has another
   *     header or no valid line
   * @throws IOException if a file cannot be read
   */
  public static DataSet read(Path folder, Consumer<String> messages) throws IOException {
    return new DataSetReader(folder, messages, System::nanoTime).read();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Iterator<ItemUpdate> catalog() {
    Instant time = Instant.ofEpochSecond(ratings.second(order[0]));
    return movies.values().stream().map(movie -> movie.update(time)).iterator();
  }

  @Override
  public Iterator<ReplayedEvent> events() {
    return IntStream.range(0, order.length).mapToObj(this::event).iterator();
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(order.length);
  }

  /** How many lines were left out because they could not be read. */
  public long malformedLines() {
    return malformedLines;
  }

  /** One line for a person: what was found. */
  public String summary() {
    long unknown = ratings.items.all().stream().filter(id -> !movies.containsKey(id)).count();
    return String.format(
        Locale.ROOT,
        "%s (%s): %,d ratings, %,d users, %,d items, %,d rated items without facts, %,d malformed"
            + " lines",
        name,
        format,
        order.length,
        ratings.users.size(),
        movies.size(),
        unknown,
        malformedLines);
  }

  private ReplayedEvent event(int place) {
    int rating = order[place];
    String user = ratings.users.id(ratings.user(rating));
    return new ReplayedEvent(
        new UserEvent(
            eventId(place),
            null,
            user,
            ratings.items.id(ratings.item(rating)),
            "rate",
            ratings.value(rating),
            1f,
            Instant.ofEpochSecond(ratings.second(rating)),
            contexts.getOrDefault(user, Map.of()),
            Map.of()));
  }

  private String eventId(int place) {
    String digits = Integer.toString(place);
    String padding = ZEROS.substring(Math.min(ZEROS.length(), digits.length()));
    return name + "-" + padding + digits;
  }
}

package io.rivulet.sim.replay;

import java.util.List;

/** Genres written as one field, joined by '|'. */
final class Genres {
  private static final String NONE = "(no genres listed)";

  private Genres() {}

  static Movie movie(String id, String title, String genres) throws MalformedLineException {
    boolean none = genres.isBlank() || genres.equals(NONE);
    return new Movie(
        Fields.id("item", id),
        TextFile.text(title),
        none ? List.of() : Fields.split(TextFile.text(genres), "|"));
  }
}

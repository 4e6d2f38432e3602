package io.rivulet.sim.replay;

import java.util.List;

/** Comma separated values with a header: MovieLens ml-latest, 20M, 25M and 32M. */
final class CommaSeparated implements Format {
  @Override
  public String name() {
    return "MovieLens ml-latest, 20M, 25M or 32M";
  }

  @Override
  public String ratingsFile() {
    return "ratings.csv";
  }

  @Override
  public String itemsFile() {
    return "movies.csv";
  }

  @Override
  public String ratingsHeader() {
    return "userId,movieId,rating,timestamp";
  }

  @Override
  public String itemsHeader() {
    return "movieId,title,genres";
  }

  @Override
  public void readRating(String line, Ratings ratings) throws MalformedLineException {
    RatingFields.read(Fields.split(line, ","), ratings);
  }

  @Override
  public Movie readItem(String line) throws MalformedLineException {
    List<String> fields = Fields.splitQuoted(line);
    Fields.expect(fields, 3, "id, title, genres");
    return Genres.movie(fields.get(0), fields.get(1), fields.get(2));
  }
}

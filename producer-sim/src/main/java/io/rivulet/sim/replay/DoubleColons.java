package io.rivulet.sim.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields separated by two colons: MovieLens 1M and 10M, MovieTweetings. Users have facts in
 * MovieLens 1M only: age and occupation are codes there, which its README spells out.
 */
final class DoubleColons implements Format {
  private static final String SEPARATOR = "::";
  private static final Map<String, String> AGES =
      Map.of(
          "1",
          "under-18",
          "18",
          "18-24",
          "25",
          "25-34",
          "35",
          "35-44",
          "45",
          "45-49",
          "50",
          "50-55",
          "56",
          "56+");
  private static final List<String> OCCUPATIONS =
      List.of(
          "other",
          "educator",
          "artist",
          "clerical",
          "student",
          "customer service",
          "healthcare",
          "executive",
          "farmer",
          "homemaker",
          "pupil",
          "lawyer",
          "programmer",
          "retired",
          "sales",
          "scientist",
          "self-employed",
          "technician",
          "craftsman",
          "none",
          "writer");

  @Override
  public String name() {
    return "MovieLens 1M or 10M, or MovieTweetings";
  }

  @Override
  public String ratingsFile() {
    return "ratings.dat";
  }

  @Override
  public String itemsFile() {
    return "movies.dat";
  }

  @Override
  public String usersFile() {
    return "users.dat";
  }

  @Override
  public void readRating(String line, Ratings ratings) throws MalformedLineException {
    RatingFields.read(Fields.split(line, SEPARATOR), ratings);
  }

  @Override
  public Movie readItem(String line) throws MalformedLineException {
    List<String> fields = Fields.split(line, SEPARATOR);
    Fields.expect(fields, 3, "id, title, genres");
    return Genres.movie(fields.get(0), fields.get(1), fields.get(2));
  }

  @Override
  public Person readUser(String line) throws MalformedLineException {
    List<String> fields = Fields.split(line, SEPARATOR);
    if (fields.size() == 2) {
      return new Person(Fields.id("user", fields.get(0)), Map.of());
    }
    Fields.expect(fields, 5, "id, gender, age code, occupation code, post code; or id, account");
    String age = AGES.get(fields.get(2));
    if (age == null) {
      throw new MalformedLineException(
          "age code '" + fields.get(2) + "' is not one of 1, 18, 25, 35, 45, 50, 56");
    }
    Map<String, String> context = new LinkedHashMap<>();
    context.put("age", age);
    context.put("gender", fields.get(1));
    context.put("occupation", occupation(fields.get(3)));
    return new Person(Fields.id("user", fields.get(0)), Collections.unmodifiableMap(context));
  }

  private static String occupation(String code) throws MalformedLineException {
    if (!code.matches("[0-9]{1,2}") || Integer.parseInt(code) >= OCCUPATIONS.size()) {
      throw new MalformedLineException(
          "occupation code '" + code + "' is not a whole number from 0 to 20");
    }
    return OCCUPATIONS.get(Integer.parseInt(code));
  }
}

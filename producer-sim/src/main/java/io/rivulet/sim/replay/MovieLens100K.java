package io.rivulet.sim.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of MovieLens 100K: u.data, u.user and u.item (their README gives the fields). */
final class MovieLens100K implements Format {
  private static final List<String> GENRES =
      List.of(
          "unknown",
          "Action",
          "Adventure",
          "Animation",
          "Children's",
          "Comedy",
          "Crime",
          "Documentary",
          "Drama",
          "Fantasy",
          "Film-Noir",
          "Horror",
          "Musical",
          "Mystery",
          "Romance",
          "Sci-Fi",
          "Thriller",
          "War",
          "Western");
  private static final int FIRST_FLAG = 5;
  private static final int OLDEST = 150;

  @Override
  public String name() {
    return "MovieLens 100K";
  }

  @Override
  public String ratingsFile() {
    return "u.data";
  }

  @Override
  public String itemsFile() {
    return "u.item";
  }

  @Override
  public String usersFile() {
    return "u.user";
  }

  @Override
  public boolean usersOptional() {
    return false;
  }

  @Override
  public void readRating(String line, Ratings ratings) throws MalformedLineException {
    RatingFields.read(Fields.split(line, "\t"), ratings);
  }

  @Override
  public Movie readItem(String line) throws MalformedLineException {
    List<String> fields = Fields.split(line, "|");
    Fields.expect(
        fields, FIRST_FLAG + GENRES.size(), "id, title, two dates, address, 19 genre flags");
    List<String> genres = new ArrayList<>();
    for (int i = 0; i < GENRES.size(); i++) {
      String flag = fields.get(FIRST_FLAG + i);
      if (flag.equals("1")) {
        genres.add(GENRES.get(i));
      } else if (!flag.equals("0")) {
        throw new MalformedLineException(
            "flag of genre " + GENRES.get(i) + " is '" + flag + "' instead of 0 or 1");
      }
    }
    return new Movie(Fields.id("item", fields.get(0)), TextFile.text(fields.get(1)), genres);
  }

  @Override
  public Person readUser(String line) throws MalformedLineException {
    List<String> fields = Fields.split(line, "|");
    Fields.expect(fields, 5, "id, age, gender, occupation, post code");
    Map<String, String> context = new LinkedHashMap<>();
    context.put("age", decade(fields.get(1)));
    context.put("gender", fields.get(2));
    context.put("occupation", fields.get(3));
    return new Person(Fields.id("user", fields.get(0)), Collections.unmodifiableMap(context));
  }

  /** The group of ten years that an age belongs to, such as 20-29. */
  private static String decade(String age) throws MalformedLineException {
    if (!age.matches("[0-9]{1,3}") || Integer.parseInt(age) > OLDEST) {
      throw new MalformedLineException("age '" + age + "' is not a whole number from 0 to 150");
    }
    int first = Integer.parseInt(age) / 10 * 10;
    return first + "-" + (first + 9);
  }
}

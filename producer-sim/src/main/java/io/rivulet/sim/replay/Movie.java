package io.rivulet.sim.replay;

import io.rivulet.schema.ItemUpdate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An item of a data set. */
record Movie(String id, String title, List<String> genres) {
  private static final Pattern YEAR = Pattern.compile(".*\\((\\d{4})\\)\\s*");

  /**
   * Its facts: title (as found), year (the four digits in brackets at the end of the title), genre
   * (the first), genres (all, joined by '|'). A fact that is not known is left out.
   */
  ItemUpdate update(Instant time) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("title", title);
    Matcher year = YEAR.matcher(title);
    if (year.matches()) {
      attributes.put("year", year.group(1));
    }
    if (!genres.isEmpty()) {
      attributes.put("genre", genres.get(0));
      attributes.put("genres", String.join("|", genres));
    }
    return new ItemUpdate(id, attributes, List.of(), time);
  }
}

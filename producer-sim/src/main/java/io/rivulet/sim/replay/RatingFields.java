package io.rivulet.sim.replay;

import java.util.List;

/** The four fields of a rating, which all formats have in common. */
final class RatingFields {
  private RatingFields() {}

  static void read(List<String> fields, Ratings ratings) throws MalformedLineException {
    Fields.expect(fields, 4, "user, item, rating, timestamp");
    ratings.add(
        Fields.id("user", fields.get(0)),
        Fields.id("item", fields.get(1)),
        Fields.rating(fields.get(2)),
        Fields.timestamp(fields.get(3)));
  }
}

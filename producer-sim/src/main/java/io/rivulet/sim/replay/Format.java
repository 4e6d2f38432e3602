package io.rivulet.sim.replay;

/** How a family of data sets is written. */
interface Format {
  /** What the format is called in messages. */
  String name();

  String ratingsFile();

  String itemsFile();

  /** The file of the users' facts; empty if the format has none. */
  default String usersFile() {
    return "";
  }

  /** Whether a folder without the file of the users is complete. */
  default boolean usersOptional() {
    return true;
  }

  /** First line of the ratings; empty if they have no header. */
  default String ratingsHeader() {
    return "";
  }

  /** First line of the items; empty if they have no header. */
  default String itemsHeader() {
    return "";
  }

  void readRating(String line, Ratings ratings) throws MalformedLineException;

  Movie readItem(String line) throws MalformedLineException;

  default Person readUser(String line) throws MalformedLineException {
    throw new MalformedLineException("this format has no users");
  }
}

package io.rivulet.learner.spec;

/** A setting that cannot work. Tells the key, what was found there, and what to write instead. */
public final class SpecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String found;
  private final String remedy;

  /**
   * Creates the error.
   *
   * @param key the key, relative to the record that was given the value
   * @param found the value found
   * @param remedy what to write instead, as the end of the sentence "use …"
   */
  public SpecException(String key, Object found, String remedy) {
    super(key + ": found '" + found + "'; use " + remedy);
    this.key = key;
    this.found = String.valueOf(found);
    this.remedy = remedy;
  }

  /** The key, relative to the record that was given the value. */
  public String key() {
    return key;
  }

  /** The value found. */
  public String found() {
    return found;
  }

  /** What to write instead, as the end of the sentence "use …". */
  public String remedy() {
    return remedy;
  }
}

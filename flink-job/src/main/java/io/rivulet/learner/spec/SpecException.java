package io.rivulet.learner.spec;

/** A setting that cannot work. Tells the key, what was found there, and what to write instead. */
public final class SpecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String problem;

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
    this.problem = "found '" + found + "'; use " + remedy;
  }

  /** The key, relative to the record that was given the value. */
  public String key() {
    return key;
  }

  /** What was found and what to write instead, without the key. */
  public String problem() {
    return problem;
  }
}

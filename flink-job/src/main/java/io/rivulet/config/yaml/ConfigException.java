package io.rivulet.config.yaml;

/**
 * A configuration that cannot work. The message is meant for the person who wrote it: it names the
 * key, what was found there, and what to write instead; it never holds a secret.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error with the complete message. */
  public ConfigException(String message) {
    super(message);
  }

  /** Creates the error with the complete message and what led to it. */
  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}

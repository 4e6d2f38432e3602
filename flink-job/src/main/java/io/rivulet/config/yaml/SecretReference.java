package io.rivulet.config.yaml;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a secret is found. The secret itself is read by the process that needs it, when it needs
 * it: it is neither in the configuration nor in the job that is made of it.
 *
 * @param source the kind of place
 * @param name the variable's name or the file's path; empty where there is no secret
 */
public record SecretReference(Source source, String name) implements Serializable {
  /** The kinds of places. */
  public enum Source {
    /** There is no secret. */
    NONE,
    /** An environment variable. */
    ENVIRONMENT,
    /** A file that holds the secret and nothing else but a line break at its end. */
    FILE
  }

  /** No secret. */
  public static final SecretReference NONE = new SecretReference(Source.NONE, "");

  /** What {@link #parse} reads, as the end of the sentence "use …". */
  static final String FORM =
      "${NAME} for an environment variable, or file:PATH for a file; the secret itself does not"
          + " belong into the configuration";

  private static final Pattern TEXT =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}|file:([^}\\s][^}]*)");

  /**
   * Reads <code>${NAME}</code>, {@code file:PATH}, or an empty text.
   *
   * @throws IllegalArgumentException if the text is anything else; without it, as it may be a
   *     secret
   */
  public static SecretReference parse(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a reference to a secret");
    }
    return matcher.group(1) != null
        ? new SecretReference(Source.ENVIRONMENT, matcher.group(1))
        : new SecretReference(Source.FILE, matcher.group(2));
  }

  /** Whether there is a secret. */
  public boolean isPresent() {
    return source != Source.NONE;
  }

  /**
   * The secret, as it is now.
   *
   * @param environment gives the value of an environment variable, null if it is not set
   * @throws ConfigException if it is not there or empty; the message names variable or file
   */
  public String value(UnaryOperator<String> environment) {
    String value =
        switch (source) {
          case NONE -> throw new IllegalStateException("no secret is configured");
          case ENVIRONMENT -> environment.apply(name);
          case FILE -> content();
        };
    if (value == null) {
      throw new ConfigException(
          "the environment variable '"
              + name
              + "' is not set; set it for each process: where the job is submitted, JobManagers,"
              + " TaskManagers");
    }
    if (value.isEmpty()) {
      throw new ConfigException(this + " is empty; put the secret there");
    }
    return value;
  }

  private String content() {
    try {
      return Files.readString(Path.of(name)).replaceFirst("\\R\\z", "");
    } catch (IOException e) {
      throw new ConfigException(
          "the file '"
              + name
              + "' cannot be read ("
              + e.getClass().getSimpleName()
              + "); it must be on each machine: where the job is submitted, JobManagers,"
              + " TaskManagers",
          e);
    }
  }

  /** The reference as it is written in the configuration. */
  @Override
  public String toString() {
    return switch (source) {
      case NONE -> "";
      case ENVIRONMENT -> "${" + name + "}";
      case FILE -> "file:" + name;
    };
  }
}

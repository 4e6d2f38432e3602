package io.rivulet.config.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Reads a YAML file into a record whose components are annotated with {@link
 * io.rivulet.learner.spec.Key}: text, boolean, int, long, double, enum, duration, nested records,
 * lists of these, and maps from text to text or number. Unknown keys are errors.
 */
public final class YamlReader {
  private final UnaryOperator<String> environment;

  /**
   * Creates a reader.
   *
   * @param environment gives the value of an environment variable, null if it is not set
   */
  public YamlReader(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /**
   * Reads a file in UTF-8.
   *
   * @throws ConfigException if there is no such file, or its text cannot be read as {@link
   *     #read(Class, String, String)} says
   */
  public <R extends Record> R read(Class<R> type, Path file) {
    try {
      return read(type, file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": no such file; give the path of the configuration", e);
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": not a text in UTF-8; save it in this encoding", e);
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read (" + e + ")", e);
    }
  }

  /**
   * Reads a text.
   *
   * @param source the name by which messages call the text
   * @throws ConfigException with source, line, key, what was found and what to write instead
   */
  public <R extends Record> R read(Class<R> type, String source, String text) {
    Place start = Place.start(source);
    Scalars scalars = new Scalars(new Variables(environment));
    return new RecordBinder(scalars).bind(type, YamlText.parse(text, start), start);
  }
}

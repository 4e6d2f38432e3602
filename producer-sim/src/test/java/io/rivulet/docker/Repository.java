package io.rivulet.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the repository, seen from a test of this module. */
final class Repository {

  static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  static final Path DOCKER = ROOT.resolve("docker");

  private Repository() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A YAML or JSON file whose root is a mapping. */
  static Map<String, Object> readYaml(Path file) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(file));
  }

  /** A version of the build: kafka, flink, java or project. */
  static String version(String name) {
    Properties versions = new Properties();
    try (InputStream file = Repository.class.getResourceAsStream("versions.properties")) {
      versions.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions.getProperty(name);
  }
}

package io.rivulet.examples;

import io.rivulet.config.RivuletConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A job's configuration: the user's, or the example that fits the events. */
public final class ExampleConfig {
  private ExampleConfig() {}

  /**
   * Reads the configuration.
   *
   * @param key what the user sets to give a file, such as {@code demo.config}; for messages
   * @param file null for the built-in example
   * @param example name of the built-in example, such as {@code video}
   * @throws IllegalArgumentException if there is no such example
   * @throws io.rivulet.config.yaml.ConfigException if the file is absent or wrong
   */
  public static RivuletConfig read(String key, Path file, String example) throws IOException {
    if (file != null) {
      return RivuletConfig.read(file);
    }
    String name = example + ".yaml";
    try (InputStream in = ExampleConfig.class.getResourceAsStream("/examples/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "%s: there is no built-in configuration for '%s'; write one and give it with -D%s=FILE (see docs/examples)"
                .formatted(key, example, key));
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return RivuletConfig.parse(name, text, variable -> null);
    }
  }
}

package io.rivulet.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/**
 * All that this process logs from DEBUG on, while it is open.
 *
 * @param file where it is written
 */
record DebugLog(Path file) implements AutoCloseable {
  static DebugLog open(Path file) {
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    builder.add(
        builder
            .newAppender("file", "File")
            .addAttribute("fileName", file)
            .add(builder.newLayout("PatternLayout").addAttribute("pattern", "%p %c %m%n")));
    builder.add(builder.newRootLogger(Level.DEBUG).add(builder.newAppenderRef("file")));
    Configurator.reconfigure(builder.build());
    return new DebugLog(file);
  }

  String text() throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** Back to what the class path says. */
  @Override
  public void close() {
    Configurator.reconfigure();
  }
}

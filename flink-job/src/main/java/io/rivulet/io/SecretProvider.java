package io.rivulet.io;

import io.rivulet.config.yaml.SecretReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Gives Kafka's clients their secrets at the moment when they are made, on the machine where they
 * are made. Until then a setting holds only a reference, so that no secret travels with the job.
 */
public final class SecretProvider implements ConfigProvider {
  private static final String NAME = "rivulet";
  private static final String PLAIN = "plain";
  private static final String QUOTED = "quoted";

  private final UnaryOperator<String> environment;

  /** Reads the environment of this process. Kafka calls it. */
  public SecretProvider() {
    this(System::getenv);
  }

  SecretProvider(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /** The settings that make a client ask this class. */
  static Map<String, String> registration() {
    return Map.of(
        "config.providers",
        NAME,
        "config.providers." + NAME + ".class",
        SecretProvider.class.getName());
  }

  /** What stands in a setting for the secret. */
  static String plain(SecretReference secret) {
    return variable(PLAIN, secret);
  }

  /** What stands for the secret between the double quotes of a JAAS setting. */
  static String quoted(SecretReference secret) {
    return variable(QUOTED, secret);
  }

  /** As Kafka parses it: provider, path, key. */
  private static String variable(String path, SecretReference secret) {
    return "${" + NAME + ":" + path + ":" + secret.source() + " " + secret.name() + "}";
  }

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public ConfigData get(String path) {
    throw new UnsupportedOperationException("secrets are asked for one by one");
  }

  @Override
  public ConfigData get(String path, Set<String> keys) {
    Map<String, String> values = new HashMap<>();
    for (String key : keys) {
      int space = key.indexOf(' ');
      SecretReference.Source source = SecretReference.Source.valueOf(key.substring(0, space));
      String value = new SecretReference(source, key.substring(space + 1)).value(environment);
      values.put(key, path.equals(QUOTED) ? escape(value) : value);
    }
    return new ConfigData(values);
  }

  /** What stands for a text between the double quotes of a JAAS setting. */
  static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  @Override
  public void close() {}
}

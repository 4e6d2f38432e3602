package io.rivulet.config.yaml;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keeps secrets out of messages, logs and {@code toString()}. */
public final class Secrets {
  private static final String MASK = "***";

  /** What names of secrets have in common, those of Kafka's client settings included. */
  private static final Pattern SECRET =
      Pattern.compile(
          "passw(or)?d|passphrase|secret|jaas|credential|token|private|keystore\\.key|user\\.info",
          Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /** Whether a key, a variable or a text looks like it names a secret. */
  public static boolean named(String name) {
    return SECRET.matcher(name).find();
  }

  /** The value, or {@code ***} if it is not empty and its key or itself looks like a secret. */
  public static String mask(String key, String value) {
    return !value.isEmpty() && (named(key) || named(value)) ? MASK : value;
  }

  /** A copy in the order of its keys, in which each secret is {@code ***}. */
  public static Map<String, String> mask(Map<String, String> settings) {
    Map<String, String> masked = new TreeMap<>(settings);
    masked.replaceAll(Secrets::mask);
    return masked;
  }
}

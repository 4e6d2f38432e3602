package io.rivulet.config.yaml;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Turns single YAML values into Java values. The wanted type decides, not YAML's guess: a text may
 * be {@code no} or {@code 1} without quotes.
 */
final class Scalars {
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+(_\\d+)*");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(_\\d+)*(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          String.class, new Kind("text", text -> text),
          boolean.class, new Kind("true or false", Scalars::parseBoolean),
          int.class, new Kind("a whole number, at most 2147483647", t -> Integer.valueOf(whole(t))),
          Integer.class,
              new Kind("a whole number, at most 2147483647", t -> Integer.valueOf(whole(t))),
          long.class, new Kind("a whole number", t -> Long.valueOf(whole(t))),
          double.class, new Kind("a number", Scalars::parseDouble),
          Double.class, new Kind("a number", Scalars::parseDouble),
          Duration.class,
              new Kind(
                  "a whole number and a unit, such as 200ms, 10s, 5min or 1h", Durations::parse),
          SecretReference.class, new Kind(SecretReference.FORM, SecretReference::parse));

  private final Variables variables;

  Scalars(Variables variables) {
    this.variables = variables;
  }

  /** Whether values of the type are written as one text, though it may be a record. */
  boolean knows(Class<?> type) {
    return KINDS.containsKey(type);
  }

  /**
   * Reads a value.
   *
   * @throws ConfigException if the node holds no such value
   * @throws IllegalStateException if the type is not one that the configuration knows
   */
  Object read(Class<?> type, Node node, Place place) {
    Kind kind = type.isEnum() ? enumeration(type) : KINDS.get(type);
    if (kind == null) {
      throw new IllegalStateException(place.path() + ": no YAML form for the type " + type);
    }
    if (!(node instanceof ScalarNode scalar) || Nodes.isNothing(node)) {
      throw Nodes.wrong(node, place, kind.remedy);
    }
    // A secret's variable is read later, by the process that needs it.
    boolean deferred = type == SecretReference.class;
    String text = deferred ? scalar.getValue() : variables.substitute(scalar.getValue(), place);
    try {
      return kind.parse.apply(text);
    } catch (IllegalArgumentException e) {
      // The reference as written tells whether the value came from a secret variable.
      throw place.found(Secrets.named(scalar.getValue()) ? scalar.getValue() : text, kind.remedy);
    }
  }

  private static Kind enumeration(Class<?> type) {
    String names = String.join(", ", EnumNames.all(type));
    return new Kind(
        "one of " + names,
        text ->
            Stream.of(type.getEnumConstants())
                .filter(constant -> EnumNames.of((Enum<?>) constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text)));
  }

  private static boolean parseBoolean(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String whole(String text) {
    return digits(WHOLE, text);
  }

  /** A finite number, or {@code .nan}: YAML's word for a number that is not set. */
  private static double parseDouble(String text) {
    if (text.equals(".nan")) {
      return Double.NaN;
    }
    double value = Double.parseDouble(digits(NUMBER, text));
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  private static String digits(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text.replace("_", "");
  }

  /** How a kind of value is read, and what to write where that fails. */
  private record Kind(String remedy, Function<String, Object> parse) {}
}

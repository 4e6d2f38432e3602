package io.rivulet.config.yaml;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts environment variables into values: <code>${NAME}</code>, or <code>${NAME:-default}</code>
 * for when the variable is absent or empty; <code>$${</code> stands for a plain <code>${</code>.
 */
final class Variables {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(:-((?:(?!\\$\\{)[^}])*))?}|\\$\\{");

  private final UnaryOperator<String> environment;

  /** Takes the look-up of a variable, which answers null for one that is not set. */
  Variables(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /** The text with all references replaced. */
  String substitute(String text, Place place) {
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(result, Matcher.quoteReplacement(value(matcher, text, place)));
    }
    return matcher.appendTail(result).toString();
  }

  /** A text that {@link #substitute} turns into the given one. */
  static String escape(String text) {
    return text.replace("${", "$${");
  }

  private String value(Matcher reference, String text, Place place) {
    String name = reference.group(1);
    if (name == null) {
      if (reference.group().startsWith("$$")) {
        return "${";
      }
      throw place.found(text, "${NAME}, ${NAME:-default}, or $${ for a plain ${");
    }
    String value = environment.apply(name);
    String otherwise = reference.group(3);
    if (otherwise != null) {
      return value == null || value.isEmpty() ? otherwise : value;
    }
    if (value == null) {
      throw place.error(
          "the environment variable '"
              + name
              + "' is not set; set it, or write ${"
              + name
              + ":-default}");
    }
    return value;
  }
}

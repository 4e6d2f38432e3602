package io.rivulet.config;

import io.rivulet.config.yaml.EnumNames;
import io.rivulet.config.yaml.SecretReference;
import io.rivulet.learner.spec.Key;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One row of a table of the configuration reference: key, type, default, meaning. */
final class ConfigurationRow {
  private static final Map<Type, String> NAMES =
      Map.of(
          String.class, "text",
          boolean.class, "`true` or `false`",
          int.class, "whole number",
          Integer.class, "whole number",
          long.class, "whole number",
          double.class, "number",
          Double.class, "number",
          Duration.class, "duration",
          SecretReference.class, "secret");

  private final Map<Type, String> links;

  /** Takes a link to the table of each record. */
  ConfigurationRow(Map<Type, String> links) {
    this.links = links;
  }

  String of(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    String row =
        String.join(
            " | ",
            "`" + component.getName() + "`",
            type(component.getGenericType()),
            standard(component, key.otherwise()),
            key.value().replace("|", "\\|"));
    return "| " + row + " |";
  }

  /** Whether values of the type have a table of their own. */
  static boolean isSection(Class<?> type) {
    return type.isRecord() && !NAMES.containsKey(type);
  }

  private String type(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? "list of " + type(arguments[0])
          : "map of name to " + type(arguments[1]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return "`" + String.join("`, `", EnumNames.all(plain)) + "`";
    }
    return isSection(plain) ? links.get(plain) : NAMES.get(plain);
  }

  private static String standard(RecordComponent component, String otherwise) {
    return switch (otherwise) {
      case Key.REQUIRED -> "**required**";
      case "" -> "empty";
      case ".nan" -> "not set";
      case "{}" -> component.getType().isRecord() ? "its defaults" : "`{}`";
      default -> "`" + otherwise + "`";
    };
  }
}

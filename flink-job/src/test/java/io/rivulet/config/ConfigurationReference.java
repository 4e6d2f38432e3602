package io.rivulet.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes docs/configuration.md from the configuration records: one table for each record. */
final class ConfigurationReference {
  /** All that must be written. */
  static final String MINIMAL =
      """
      kafka:
        bootstrapServers: ${RIVULET_KAFKA:-localhost:9092}
      learner:
        tasks:
          - name: click
            type: binary
            label: {positive: [click], negative: [impression]}
      """;

  private ConfigurationReference() {}

  static String generate(String command) {
    Map<Class<?>, List<String>> paths = new LinkedHashMap<>();
    collect(RivuletConfig.class, "", paths);
    StringBuilder text = new StringBuilder(introduction(command));
    Map<Type, String> links = new HashMap<>();
    paths.forEach((type, at) -> links.put(type, "[record](#" + anchor(heading(at)) + ")"));
    paths.forEach((type, at) -> section(type, heading(at), new ConfigurationRow(links), text));
    return text.toString();
  }

  private static String introduction(String command) {
    return String.format(
        """
        # Configuration

        <!-- Generated from the configuration records; to change it, change them, then run
        %s -->

        A job is configured by one YAML file. This one is complete:

        ```yaml
        %s```

        More in [examples](examples).

        - **Defaults.** A key that is absent has the default below. A record or list that you write
          replaces its default as a whole; keys that you leave out of it have their own defaults.
        - **Mistakes.** Unknown and duplicate keys are errors, and so are values out of range. The
          message names file, line, key, what was found, and what to write instead.
        - **Durations** are a whole number and a unit: `200ms`, `10s`, `5min`, `1h`, `7d`.
        - **Text** needs no quotes unless YAML reads it as something else than text, number or word:
          write `"null"`, `"a: b"` or `"# c"` with them.
        - **Environment variables.** `${NAME}` in a value stands for the variable's text, and
          `${NAME:-text}` for `text` where it is absent or empty; `$${` is a plain `${`. Within `[ ]`
          and `{ }` put quotes around it. A variable that is absent and has no default is an error.
        - **Secrets** are never written here, only where they are: `${NAME}` in an environment
          variable, `file:PATH` in a file (a line break at its end does not count). Each process
          reads them for itself when it connects. [Security](security.md) tells more.
        """,
        command, MINIMAL);
  }

  /** All records, each with the paths that it stands at, in the order of the keys. */
  private static void collect(Class<?> type, String path, Map<Class<?>, List<String>> paths) {
    paths.computeIfAbsent(type, t -> new ArrayList<>()).add(path);
    for (RecordComponent component : type.getRecordComponents()) {
      String key = path.isEmpty() ? component.getName() : path + "." + component.getName();
      if (ConfigurationRow.isSection(component.getType())) {
        collect(component.getType(), key, paths);
      } else if (element(component.getGenericType()) instanceof Class<?> item
          && ConfigurationRow.isSection(item)) {
        collect(item, key + "[]", paths);
      }
    }
  }

  private static String heading(List<String> paths) {
    return paths.stream()
        .map(path -> path.isEmpty() ? "Top level" : "`" + path + "`")
        .collect(Collectors.joining(" and "));
  }

  /** The anchor that Markdown readers give a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", "").replace(' ', '-');
  }

  private static void section(
      Class<?> type, String heading, ConfigurationRow row, StringBuilder text) {
    text.append("\n## ").append(heading).append("\n\n");
    text.append("| key | type | default | meaning |\n|---|---|---|---|\n");
    for (RecordComponent component : type.getRecordComponents()) {
      text.append(row.of(component)).append('\n');
    }
  }

  /** The type of a list's elements; null if the type is no list. */
  private static Type element(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == List.class
        ? generic.getActualTypeArguments()[0]
        : null;
  }
}

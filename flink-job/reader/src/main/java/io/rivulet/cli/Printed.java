package io.rivulet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints named values: as JSON, or for people. */
final class Printed {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintWriter out;
  private final boolean json;

  Printed(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** One line with all of them. */
  void line(Map<String, ?> values) {
    if (json) {
      try {
        out.println(JSON.writeValueAsString(values));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("values of JSON only", e);
      }
    } else {
      out.println(
          values.entrySet().stream()
              .map(value -> value.getKey() + " " + value.getValue())
              .collect(Collectors.joining("  ")));
    }
    out.flush();
  }

  /** One line each; as JSON all in one. */
  void lines(Map<String, ?> values) {
    if (json) {
      line(values);
    } else {
      values.forEach((name, value) -> out.println(name + ": " + value));
      out.flush();
    }
  }
}

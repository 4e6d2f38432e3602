package io.rivulet.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The demo's last line: everything it found, as JSON. */
record ClosingLine(long events, int parallelism, double eventsPerSecond, Tally tally) {
  @Override
  public String toString() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("events", events);
    line.put("trained", tally.trained());
    line.put("scored", tally.scored());
    line.put("dead", tally.dead());
    line.put("parallelism", parallelism);
    line.put("eventsPerSecond", Math.round(eventsPerSecond));
    Map<String, Object> tasks = new LinkedHashMap<>();
    for (TaskTally task : tally.tasks()) {
      Map<String, Object> figures = new LinkedHashMap<>();
      task.figures().forEach((name, value) -> figures.put(name, rounded(value)));
      tasks.put(task.name(), figures);
    }
    line.put("tasks", tasks);
    try {
      return "demo: " + new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Four decimals; null, which JSON has, for what is not defined. */
  private static Double rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * 1e4) / 1e4 : null;
  }
}

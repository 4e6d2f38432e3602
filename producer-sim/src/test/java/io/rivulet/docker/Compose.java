package io.rivulet.docker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The compose file.
 *
 * @param root its content, anchors resolved
 */
record Compose(Map<String, Object> root) {

  static Compose read() {
    return new Compose(Repository.readYaml(Repository.DOCKER.resolve("compose.yaml")));
  }

  List<Service> services() {
    return mapping(root.get("services")).entrySet().stream()
        .map(entry -> new Service(entry.getKey(), mapping(entry.getValue())))
        .toList();
  }

  Service service(String name) {
    return services().stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Set<String> volumes() {
    return new TreeSet<>(mapping(root.get("volumes")).keySet());
  }

  @SuppressWarnings("unchecked") // keys of a compose file are texts
  static Map<String, Object> mapping(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // lists of a compose file hold texts
  static List<String> texts(Object value) {
    return value == null ? List.of() : (List<String>) value;
  }

  /**
   * One service.
   *
   * @param name its name, by which the others reach it
   * @param keys its settings
   */
  record Service(String name, Map<String, Object> keys) {

    String text(String key) {
      return String.valueOf(keys.getOrDefault(key, ""));
    }

    List<String> list(String key) {
      return texts(keys.get(key));
    }

    Map<String, Object> map(String key) {
      return mapping(keys.get(key));
    }

    String environment(String variable) {
      Object value = map("environment").get(variable);
      return value == null ? null : value.toString();
    }

    boolean isOneShot() {
      return text("restart").equals("no");
    }

    boolean isBuilt() {
      return keys.containsKey("build");
    }

    Dockerfile dockerfile() {
      return Dockerfile.read(Repository.ROOT.resolve((String) map("build").get("dockerfile")));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}

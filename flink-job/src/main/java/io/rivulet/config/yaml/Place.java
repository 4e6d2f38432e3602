package io.rivulet.config.yaml;

import org.yaml.snakeyaml.nodes.Node;

/**
 * A place in a configuration file: what an error message points at.
 *
 * @param source the file's name
 * @param line the line, from 1
 * @param path the full key, such as {@code learner.tasks[1].label}; empty for the whole file
 * @param written false inside a default: its nodes have no line in the file, so that the line stays
 *     that of the record which lacks the key
 */
record Place(String source, int line, String path, boolean written) {

  static Place start(String source) {
    return new Place(source, 1, "", true);
  }

  /** The value of a key, pointing at the line of {@code node}. */
  Place key(String key, Node node) {
    return at(node).key(key);
  }

  /** The value of a key, on the same line. */
  Place key(String key) {
    return new Place(source, line, path.isEmpty() ? key : path + "." + key, written);
  }

  /** An element of a list. */
  Place element(int index, Node node) {
    Place there = at(node);
    return new Place(source, there.line, path + "[" + index + "]", written);
  }

  /** The default of a key that the file lacks. */
  Place absent(String key) {
    Place there = key(key);
    return new Place(source, line, there.path, false);
  }

  Place at(Node node) {
    return written ? new Place(source, node.getStartMark().getLine() + 1, path, true) : this;
  }

  ConfigException error(String problem) {
    String key = path.isEmpty() ? "" : path + ": ";
    return new ConfigException(source + ", line " + line + ": " + key + problem);
  }

  /** The usual error: what was found (masked if it is a secret), and what to write instead. */
  ConfigException found(String value, String remedy) {
    return error("found '" + Secrets.mask(path, value) + "'; use " + remedy);
  }
}

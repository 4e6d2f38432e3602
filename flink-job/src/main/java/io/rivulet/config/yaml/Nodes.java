package io.rivulet.config.yaml;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What kind of value a YAML node is. */
final class Nodes {
  private Nodes() {}

  /** The error that a node is not what its key needs. */
  static ConfigException wrong(Node node, Place place, String remedy) {
    if (isNothing(node)) {
      return place.error("found nothing; use " + remedy + ", or leave the key out");
    }
    if (node instanceof ScalarNode scalar) {
      return place.found(scalar.getValue(), remedy);
    }
    String kind = node instanceof MappingNode ? "a mapping" : "a list";
    return place.error("found " + kind + "; use " + remedy);
  }

  /** Whether nothing stands after the key, or YAML's null. */
  static boolean isNothing(Node node) {
    return Tag.NULL.equals(node.getTag());
  }
}

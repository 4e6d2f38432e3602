package io.rivulet.config.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The keys of a YAML mapping, each once. */
final class Mapping {
  private Mapping() {}

  /** The entries by key, in the order written. */
  static Map<String, NodeTuple> entries(Node node, Place place) {
    if (!(node instanceof MappingNode mapping)) {
      throw Nodes.wrong(node, place, "a mapping (key: value)");
    }
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = key(entry.getKeyNode(), place);
      NodeTuple earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        int line = earlier.getKeyNode().getStartMark().getLine() + 1;
        throw place
            .key(key, entry.getKeyNode())
            .error("duplicate key; it is already on line " + line + ", remove one of the two");
      }
    }
    return entries;
  }

  /**
   * The place of a key such as {@code tasks[1].label} below a mapping, as deep as the file spells
   * it out.
   */
  static Place locate(String path, Node node, Place place) {
    Place here = place;
    Node inner = node;
    for (String key : path.split("\\.|(?=\\[)", -1)) {
      if (key.startsWith("[") && inner instanceof SequenceNode sequence) {
        int index = Integer.parseInt(key, 1, key.length() - 1, 10);
        inner = sequence.getValue().get(index);
        here = here.element(index, inner);
        continue;
      }
      NodeTuple entry = inner instanceof MappingNode ? entries(inner, here).get(key) : null;
      here = entry == null ? here.key(key) : here.key(key, entry.getKeyNode());
      inner = entry == null ? null : entry.getValueNode();
    }
    return here;
  }

  private static String key(Node node, Place place) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw place.at(node).error("found a key that is not plain text; use key: value");
  }
}

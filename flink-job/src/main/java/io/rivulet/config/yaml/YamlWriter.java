package io.rivulet.config.yaml;

import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes a record as the text that {@link YamlReader} reads as an equal record. */
public final class YamlWriter {
  private YamlWriter() {}

  /**
   * Writes a record with all its keys, defaults too.
   *
   * @throws IllegalArgumentException if it holds a secret, or a value that has no form in YAML
   */
  public static String write(Record record) {
    DumperOptions options = new DumperOptions();
    options.setWidth(Integer.MAX_VALUE);
    StringWriter text = new StringWriter();
    new Yaml(options).serialize(mapping(record), text);
    return text.toString();
  }

  private static Node node(Object value) {
    if (value instanceof SecretReference) {
      throw new IllegalArgumentException("a secret is not written");
    }
    if (value instanceof Record record) {
      return mapping(record);
    }
    if (value instanceof List<?> list) {
      return new SequenceNode(
          Tag.SEQ, list.stream().map(YamlWriter::node).toList(), DumperOptions.FlowStyle.FLOW);
    }
    if (value instanceof Map<?, ?> map) {
      return mapping(map);
    }
    return new ScalarNode(tag(value), text(value), null, null, DumperOptions.ScalarStyle.PLAIN);
  }

  /** So that the text stands without quotes where YAML itself takes it for the same kind. */
  private static Tag tag(Object value) {
    if (value instanceof Double) {
      return Tag.FLOAT;
    }
    return value instanceof Number ? Tag.INT : value instanceof Boolean ? Tag.BOOL : Tag.STR;
  }

  private static String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return EnumNames.of(constant);
    }
    if (value instanceof Duration duration) {
      return Durations.format(duration);
    }
    if (value instanceof Double number && number.isNaN()) {
      return ".nan";
    }
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return Variables.escape(value.toString());
    }
    throw new IllegalArgumentException("no form in YAML for " + value);
  }

  private static Node mapping(Record record) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        entries.put(component.getName(), accessor.invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("cannot read " + component, e);
      }
    }
    return mapping(entries);
  }

  private static Node mapping(Map<?, ?> entries) {
    return new MappingNode(
        Tag.MAP,
        entries.entrySet().stream()
            .map(
                entry ->
                    new NodeTuple(
                        new ScalarNode(
                            Tag.STR,
                            entry.getKey().toString(),
                            null,
                            null,
                            DumperOptions.ScalarStyle.PLAIN),
                        node(entry.getValue())))
            .toList(),
        DumperOptions.FlowStyle.BLOCK);
  }
}

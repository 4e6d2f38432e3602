package io.rivulet.config.yaml;

import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Builds records from YAML nodes. Every component of a record is a key, described by {@link Key}; a
 * key that is absent takes its default, and a key that no component has is an error.
 */
final class RecordBinder {
  private final Scalars scalars;

  RecordBinder(Scalars scalars) {
    this.scalars = scalars;
  }

  /** Builds one record and all that it holds. */
  <R> R bind(Class<R> type, Node node, Place place) {
    Map<String, NodeTuple> entries = Mapping.entries(node, place);
    RecordComponent[] components = type.getRecordComponents();
    rejectUnknown(entries, Stream.of(components).map(RecordComponent::getName).toList(), place);
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = component(components[i], entries.get(components[i].getName()), place);
    }
    try {
      return construct(type, components, arguments);
    } catch (SpecException e) {
      Place there = Mapping.locate(e.key(), node, place);
      throw there.found(e.found(), e.remedy());
    }
  }

  private Object component(RecordComponent component, NodeTuple entry, Place place) {
    String name = component.getName();
    Type type = component.getGenericType();
    if (entry != null) {
      return value(type, entry.getValueNode(), place.key(name, entry.getKeyNode()));
    }
    Key key = component.getAnnotation(Key.class);
    if (key == null) {
      throw new IllegalStateException(component + " lacks @Key");
    }
    if (key.otherwise().equals(Key.REQUIRED)) {
      throw place.key(name).error("missing; this key is required: " + key.value());
    }
    Place absent = place.absent(name);
    Node otherwise = YamlText.parse(key.otherwise().isEmpty() ? "''" : key.otherwise(), absent);
    return value(type, otherwise, absent);
  }

  private Object value(Type type, Node node, Place place) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? list(arguments[0], node, place)
          : map(arguments[1], node, place);
    }
    Class<?> plain = (Class<?>) type;
    return plain.isRecord() && !scalars.knows(plain)
        ? bind(plain, node, place)
        : scalars.read(plain, node, place);
  }

  private List<Object> list(Type element, Node node, Place place) {
    if (!(node instanceof SequenceNode sequence)) {
      throw Nodes.wrong(node, place, "a list, such as [a, b]");
    }
    List<Object> values = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      values.add(value(element, item, place.element(values.size(), item)));
    }
    return Collections.unmodifiableList(values);
  }

  private Map<String, Object> map(Type value, Node node, Place place) {
    Map<String, Object> values = new LinkedHashMap<>();
    Mapping.entries(node, place)
        .forEach(
            (key, entry) ->
                values.put(
                    key, value(value, entry.getValueNode(), place.key(key, entry.getKeyNode()))));
    return Collections.unmodifiableMap(values);
  }

  private static void rejectUnknown(
      Map<String, NodeTuple> entries, List<String> known, Place place) {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            throw place
                .key(key, entry.getKeyNode())
                .error(
                    "unknown key; "
                        + Spelling.hint(key, known)
                        + "known here: "
                        + String.join(", ", known));
          }
        });
  }

  private static <R> R construct(Class<R> type, RecordComponent[] components, Object[] arguments) {
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SpecException problem) {
        throw problem;
      }
      throw new IllegalStateException("cannot create " + type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + type, e);
    }
  }
}

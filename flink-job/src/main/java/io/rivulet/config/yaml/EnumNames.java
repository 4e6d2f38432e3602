package io.rivulet.config.yaml;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names of enum constants as the configuration writes them: {@code ROWWISE_ADAGRAD} → kebab. */
public final class EnumNames {
  private EnumNames() {}

  /** The constant's name in lower case with hyphens, such as {@code rowwise-adagrad}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names of all constants, in their order. */
  public static List<String> all(Class<?> type) {
    return Stream.of(type.getEnumConstants()).map(constant -> of((Enum<?>) constant)).toList();
  }
}

package io.rivulet.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlErrorsTest {
  enum Mode {
    FAST,
    VERY_SLOW
  }

  record Inner(
      @Key(value = "A number.", otherwise = "1") double share,
      @Key(value = "A whole number.", otherwise = "1") int count) {
    Inner {
      if (count < 0) {
        throw new SpecException("count", count, "a whole number of at least 0");
      }
    }
  }

  record Outer(
      @Key(value = "Mode.", otherwise = "fast") Mode mode,
      @Key(value = "Time.", otherwise = "1s") Duration interval,
      @Key(value = "Text.", otherwise = "x") String name,
      @Key(value = "Flag.", otherwise = "false") boolean enabled,
      @Key(value = "Long.", otherwise = "0") long seed,
      @Key(value = "Texts.", otherwise = "{}") Map<String, String> properties,
      @Key(value = "Records.", otherwise = "[]") List<Inner> parts,
      @Key(value = "Record.", otherwise = "{}") Inner inner) {
    Outer {
      if (inner.count() == 99) {
        throw new SpecException("inner.count", 99, "another number");
      }
    }
  }

  /** A text, with | for a line break, and the whole message it leads to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "name: a|parts:|- share: x ~ f.yaml, line 3: parts[0].share: found 'x'; use a number",
        "parts: [{}, {share: 1e999}] ~ f.yaml, line 1: parts[1].share: found '1e999'; use a number",
        "parts: [1] ~ f.yaml, line 1: parts[0]: found '1'; use a mapping (key: value)",
        "parts: {} ~ f.yaml, line 1: parts: found a mapping; use a list, such as [a, b]",
        "name: [] ~ f.yaml, line 1: name: found a list; use text",
        "inner:|  count: 1.5 ~ f.yaml, line 2: inner.count: found '1.5';"
            + " use a whole number, at most 2147483647",
        "inner:|  count: 3000000000 ~ f.yaml, line 2: inner.count: found '3000000000';"
            + " use a whole number, at most 2147483647",
        "seed: 99999999999999999999 ~ f.yaml, line 1: seed: found '99999999999999999999';"
            + " use a whole number",
        "enabled: yes ~ f.yaml, line 1: enabled: found 'yes'; use true or false",
        "mode: quick ~ f.yaml, line 1: mode: found 'quick'; use one of fast, very-slow",
        "interval: 10 ~ f.yaml, line 1: interval: found '10';"
            + " use a whole number and a unit, such as 200ms, 10s, 5min or 1h",
        "name:|mode: fast ~ f.yaml, line 1: name: found nothing;"
            + " use text, or leave the key out",
        "inner: ~ f.yaml, line 1: inner: found nothing;"
            + " use a mapping (key: value), or leave the key out",
        "name: a|innr: {} ~ f.yaml, line 2: innr: unknown key; did you mean 'inner'? known here:"
            + " mode, interval, name, enabled, seed, properties, parts, inner",
        "inner: {weight: 1} ~ f.yaml, line 1: inner.weight: unknown key; known here: share, count",
        "name: a|seed: 1|name: b ~ f.yaml, line 3: name: duplicate key; it is already on line 1,"
            + " remove one of the two",
        "properties: {a: b,|  a: c} ~ f.yaml, line 2: properties.a: duplicate key;"
            + " it is already on line 1, remove one of the two",
        "[a]: b ~ f.yaml, line 1: found a key that is not plain text; use key: value",
        "text ~ f.yaml, line 1: found 'text'; use a mapping (key: value)",
        "'' ~ f.yaml, line 1: the configuration is empty; write at least the required keys",
        "# a|# b ~ f.yaml, line 1: the configuration is empty; write at least the required keys",
        "name: a|inner:|  count: -1 ~ f.yaml, line 3: inner.count: found '-1';"
            + " use a whole number of at least 0",
        "name: a|inner:|  count: 99 ~ f.yaml, line 3: inner.count: found '99'; use another number",
        "name: a|  seed: 1 ~ f.yaml, line 2: not valid YAML, column 7:"
            + " mapping values are not allowed here",
        "name: 'a ~ f.yaml, line 1: not valid YAML, column 9: found unexpected end of stream",
        "a: 1|---|b: 2 ~ f.yaml, line 2: not valid YAML, column 1: but found another document",
      })
  void messages(String text, String message) {
    assertThat(message(text.replace('|', '\n'))).isEqualTo(message);
  }

  @Test
  void aCharacterThatYamlForbidsIsShownWithItsLine() {
    assertThat(message("name: a\nmode: \u0007"))
        .isEqualTo("f.yaml, line 2: the character U+0007 is not allowed in YAML");
  }

  @Test
  void problemsInDefaultsPointAtTheRecordThatLacksTheKey() {
    record Bad(@Key(value = "Bad.", otherwise = "{count: -1}") Inner inner) {}
    record Root(@Key("Bad.") Bad bad) {}

    ConfigException error =
        catchThrowableOfType(
            ConfigException.class,
            () -> new YamlReader(n -> null).read(Root.class, "f.yaml", "\n\nbad: {}"));

    assertThat(error).hasMessageStartingWith("f.yaml, line 3: bad.inner.count: found '-1'");
  }

  private static String message(String text) {
    return catchThrowableOfType(
            ConfigException.class,
            () -> new YamlReader(name -> null).read(Outer.class, "f.yaml", text))
        .getMessage();
  }
}

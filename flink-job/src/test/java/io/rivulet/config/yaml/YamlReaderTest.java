package io.rivulet.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.learner.spec.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
  enum Colour {
    RED,
    DARK_BLUE
  }

  record Wheel(
      @Key("Its size.") int size,
      @Key(value = "Its colour.", otherwise = "dark-blue") Colour colour) {}

  record Cart(
      @Key(value = "Name.", otherwise = "") String name,
      @Key(value = "Flag.", otherwise = "true") boolean open,
      @Key(value = "Long.", otherwise = "1_000_000_000_000") long mass,
      @Key(value = "Number.", otherwise = ".nan") double speed,
      @Key(value = "Time.", otherwise = "5min") Duration delay,
      @Key(value = "Numbers.", otherwise = "[]") List<Integer> loads,
      @Key(value = "Records.", otherwise = "[{size: 1}]") List<Wheel> wheels,
      @Key(value = "Texts.", otherwise = "{}") Map<String, String> labels,
      @Key(value = "Weights.", otherwise = "{}") Map<String, Double> weights,
      @Key(value = "Record.", otherwise = "{size: 7}") Wheel spare) {}

  @Test
  void absentKeysTakeTheirDefaults() {
    Cart cart = read("name: n");

    assertThat(cart)
        .isEqualTo(
            new Cart(
                "n",
                true,
                1_000_000_000_000L,
                Double.NaN,
                Duration.ofMinutes(5),
                List.of(),
                List.of(new Wheel(1, Colour.DARK_BLUE)),
                Map.of(),
                Map.of(),
                new Wheel(7, Colour.DARK_BLUE)));
  }

  @Test
  void everyTypeIsRead() {
    Cart cart =
        read(
            """
            name: no
            open: false
            mass: -3
            speed: 1.5e3
            delay: 200ms
            loads: [1, 2]
            wheels:
              - {size: 3, colour: red}
              - size: 4
            labels: {a: 1, b: "x y"}
            weights: {click: 0.5, buy: 2}
            spare: {size: 0}
            """);

    assertThat(cart)
        .isEqualTo(
            new Cart(
                "no",
                false,
                -3,
                1500,
                Duration.ofMillis(200),
                List.of(1, 2),
                List.of(new Wheel(3, Colour.RED), new Wheel(4, Colour.DARK_BLUE)),
                Map.of("a", "1", "b", "x y"),
                Map.of("click", 0.5, "buy", 2.0),
                new Wheel(0, Colour.DARK_BLUE)));
  }

  @Test
  void collectionsCannotBeChanged() {
    Cart cart = read("loads: [1]\nlabels: {a: b}");

    assertThatThrownBy(() -> cart.loads().add(2)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> cart.labels().put("c", "d"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aRecordThatIsWrittenReplacesItsDefaultAsAWhole() {
    assertThatThrownBy(() -> read("spare: {colour: red}"))
        .hasMessage("cart.yaml, line 1: spare.size: missing; this key is required: Its size.");
  }

  private static Cart read(String text) {
    return new YamlReader(name -> null).read(Cart.class, "cart.yaml", text);
  }
}

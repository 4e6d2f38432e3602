package io.rivulet.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.config.yaml.ConfigException;
import io.rivulet.config.yaml.YamlReader;
import io.rivulet.learner.spec.LearnerSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in a model's specification that would otherwise pass silently, as the reader tells. */
class LearnerSpecTest {
  private static final String CLICK =
      "{name: click, type: binary, label: {positive: [click], negative: [shown]}";

  /** Products of tasks, and what the message holds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{name: p, type: product, of: [t], label: {positive: [c], negative: [b]}}"
            + " ~ tasks[1].of: found '[t]'; use the names of at least two different binary tasks",
        "{name: p, type: product, of: [t, t], label: {positive: [c], negative: [b]}}"
            + " ~ tasks[1].of: found '[t, t]'; use the names of at least two",
        "{name: p, type: product, of: [t, p], label: {positive: [c], negative: [b]}}"
            + " ~ tasks[1].of: found '[t, p]'; use the names of at least two",
        "{name: p, type: product, of: [t, u], label: {positive: [c], negative: [b]}}"
            + " ~ tasks[1].of: found 'u'; use one of the tasks [t]",
        "{name: r, type: regression, label: {actions: [a]}, range: [0, 1]},"
            + " {name: p, type: product, of: [t, r], label: {positive: [c], negative: [b]}}"
            + " ~ tasks[2].of: found 'r'; use one of the tasks [t]",
        "{name: u, type: binary},"
            + " {name: p, type: product, of: [t, u], label: {positive: [c], negative: [b]}},"
            + " {name: q, type: product, of: [t, p], label: {positive: [c], negative: [b]}}"
            + " ~ tasks[3].of: found 'p'; use one of the tasks [t, u]",
        "{name: u, type: binary}, {name: p, type: product, of: [t, u]}"
            + " ~ tasks[2].label: found 'positive [], negative []",
        "{name: u, type: binary},"
            + " {name: p, type: product, of: [t, u], stopGradient: true,"
            + " label: {positive: [c], negative: [b]}}"
            + " ~ tasks[2].stopGradient: found 'true'; use false, and stop its factors",
        "{name: u, type: binary} ~ tasks[1].label: found 'positive [], negative []",
        "{name: u, type: binary, lossScale: 2} ~ tasks[1].lossScale: found '2.0'; use 1",
        "{name: u, type: binary, of: [t]} ~ tasks[1].of: found '[t]'; use another type of task",
      })
  void mistakesInProductsAreErrors(String more, String expected) {
    String text =
        "tasks:\n- {name: t, type: binary, label: {positive: [a], negative: [b]}}\n- "
            + more.replace("}, {name", "}\n- {name");

    assertThatThrownBy(() -> new YamlReader(n -> null).read(LearnerSpec.class, "f.yaml", text))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(expected);
  }

  /** What cannot be combined with a product, and the line it is found in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "weighting: {shares: {t: 2}} ~ line 5: weighting.shares: found '{t=2.0}'; use none",
        "weighting: {type: static, weights: {u: 2}}"
            + " ~ line 5: weighting.weights: found 'u'; use one of the tasks [t, p]",
        "'  - {name: v, type: binary, label: {positive: [a], negative: [b]}}'"
            + " ~ line 4: tasks[2].name: found 'p'; use products after all other tasks",
      })
  void whatDoesNotGoWithAProductIsAnError(String more, String expected) {
    String text =
        """
        tasks:
          - {name: t, type: binary, label: {positive: [a], negative: [b]}}
          - {name: u, type: binary}
          - {name: p, type: product, of: [t, u], label: {positive: [c], negative: [b]}}
        """
            + more;

    assertThatThrownBy(() -> new YamlReader(n -> null).read(LearnerSpec.class, "f.yaml", text))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(expected);
  }

  /** A first task, more keys of the learner, and what the message holds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{name: t, type: binary, label: {}} ~ seed: 1 ~ tasks[0].label: found 'positive [], negative",
        "{name: t, type: binary, label: {positive: [a], negative: [a]}} ~ seed: 1"
            + " ~ tasks[0].label.negative: found 'a'",
        "{name: t, type: binary, label: {positive: [a], actions: [b], atLeast: 1}} ~ seed: 1"
            + " ~ tasks[0].label.positive: found '[a]'; use another type of task, or leave",
        "{name: t, type: binary, label: {positive: [a], negative: [b], from: item.x}} ~ seed: 1"
            + " ~ tasks[0].label.from: found 'item.x'; use another type of task",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}, range: [0, 1]} ~ seed: 1"
            + " ~ tasks[0].range: found '[0.0, 1.0]'; use another type of task",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}, classes: [a]} ~ seed: 1"
            + " ~ tasks[0].classes: found '[a]'; use another type of task",
        "{name: t, type: regression, label: {actions: [a], atLeast: 4}, range: [0, 1]} ~ seed: 1"
            + " ~ tasks[0].label.atLeast: found '4.0'; use another type of task",
        "{name: t, type: regression, label: {actions: [a]}, range: [1, 0]} ~ seed: 1"
            + " ~ tasks[0].range: found '[1.0, 0.0]'; use [smallest, largest]",
        "{name: t, type: multiclass, label: {from: genre}, classes: [a, b]} ~ seed: 1"
            + " ~ tasks[0].label.from: found 'genre'; use item.NAME",
        "{name: t, type: multiclass, label: {from: item.g}, classes: [a, b]}"
            + " ~ categorical: [{from: item.g}]"
            + " ~ categorical: found 'item.g'; use only features that are no task's label",
        "{name: t, type: multiclass, label: {from: item.g}, classes: [a, b]}"
            + " ~ categorical: [{from: item.h}, {from: item.h}]"
            + " ~ categorical: found 'item.h'; use each feature once",
        "{name: t, type: multiclass, label: {from: item.g}, classes: [a, b]} ~ embedding: 0"
            + " ~ embedding: found '0'; use a whole number of at least 1",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}}"
            + " ~ weighting: {type: equal, weights: {t: 2}}"
            + " ~ weighting.weights: found '{t=2.0}'; use type: static",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}}"
            + " ~ weighting: {type: static, weights: {u: 2}}"
            + " ~ weighting.weights: found 'u'; use one of the tasks [t]",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}}"
            + " ~ weighting: {shares: {u: 2}}"
            + " ~ weighting.shares: found 'u'; use one of the tasks [t]",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}}"
            + " ~ weighting: {shares: {t: -1}}"
            + " ~ weighting.shares.t: found '-1.0'; use a finite number of at least 0",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}}"
            + " ~ weighting: {horizon: 10}"
            + " ~ weighting.horizon: found '10.0'; use a number from 100",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}, lossScale: 0} ~ seed: 1"
            + " ~ tasks[0].lossScale: found '0.0'; use a finite number greater than 0",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}}"
            + " ~ fusion: {weights: {t: 2}}"
            + " ~ fusion.weights: found '{t=2.0}'; use type: weighted or product",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}}"
            + " ~ fusion: {type: product, thresholds: {t: 1}}"
            + " ~ fusion.thresholds: found '{t=1.0}'; use type: vote",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}}"
            + " ~ fusion: {type: vote, thresholds: {t: 4}}"
            + " ~ fusion.thresholds.t: found '4.0'; use a number from 0.0 to 1.0",
        "{name: t, type: binary, label: {positive: [a], negative: [b]}}"
            + " ~ fusion: {type: weighted, weights: {t: 0}}"
            + " ~ fusion.weights: found '{t=0.0}'; use a weight above 0",
      })
  void mistakesAreErrors(String task, String more, String expected) {
    String text = "tasks: [" + task + "]\n" + more;

    assertThatThrownBy(() -> new YamlReader(n -> null).read(LearnerSpec.class, "f.yaml", text))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({"clik, tasks[0].clik: unknown key", "range, tasks[0].range: found nothing"})
  void keysOfATaskAreChecked(String key, String expected) {
    String text = "tasks: [" + CLICK + ", " + key + ": }]";

    assertThatThrownBy(() -> new YamlReader(n -> null).read(LearnerSpec.class, "f.yaml", text))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(expected);
  }
}

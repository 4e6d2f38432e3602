package io.rivulet.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.rivulet.config.RivuletConfig;
import io.rivulet.learner.Example;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.Step;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.learner.spec.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What ONNX Runtime computes from an export is what the learner computes. */
class OnnxExportContractTest {
  private static final double TOLERANCE = 1e-5;
  private static final int STEPS = 150;
  private static final List<String> FUSIONS =
      List.of(
          ModelText.AVERAGE,
          "{type: weighted, weights: {click: 2, price: 0, buy: 0.3}}",
          "{type: product, weights: {click: 0.5, price: 0, rating: 2}}",
          "{type: vote, thresholds: {click: 0.3, price: 480}}");

  private static final String ONE_TASK =
      """
      tasks:
        - {name: rating, type: regression, range: [1, 5], label: {actions: [rate]}}
      """;

  /** Every architecture with every fusion, with and without features, many tasks and one. */
  static List<Arguments> models() {
    List<Arguments> models = new ArrayList<>();
    for (ArchitectureType type : ArchitectureType.values()) {
      String architecture = ModelText.architecture(type);
      for (String features : List.of(ModelText.ALL_FEATURES, ModelText.NO_FEATURES)) {
        String name = type + (features.equals(ModelText.ALL_FEATURES) ? ", all features" : "");
        for (String fusion : FUSIONS) {
          models.add(
              Arguments.of(
                  name + ", all tasks, " + fusion,
                  new ModelText(ModelText.ALL_TASKS, features, architecture, fusion).spec()));
        }
        for (String fusion : List.of("{type: weighted}", "{type: product}", "{type: vote}")) {
          models.add(
              Arguments.of(
                  name + ", one task, " + fusion,
                  new ModelText(ONE_TASK, features, architecture, fusion).spec()));
        }
      }
    }
    return models;
  }

  /** The models in docs/examples. */
  static List<Arguments> examples() throws IOException {
    List<Arguments> models = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("..", "..", "docs", "examples"))) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        models.add(
            Arguments.of(
                file.getFileName().toString(),
                RivuletConfig.parse(file.toString(), text, name -> null).learner()));
      }
    }
    return models;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"models", "examples"})
  void computesWhatTheLearnerPredicts(String name, LearnerSpec spec)
      throws IOException, OrtException {
    try (TrainedModel trained = new TrainedModel(spec, STEPS);
        OnnxModel onnx = new OnnxModel(spec, trained.learner().dense(), Map.of())) {
      for (int size : new int[] {1, 7, 64}) {
        List<Example> batch = trained.examples(size);
        OnnxModel.Result result = onnx.run(batch);
        Step expected = trained.learner().predict(batch);
        for (int i = 0; i < size; i++) {
          check(spec, expected.prediction(i), result.predictions()[i], result.fused()[i]);
        }
      }
    }
  }

  private static void check(LearnerSpec spec, float[] expected, float[] found, float fused) {
    Outputs outputs = new Outputs(spec);
    boolean close = false;
    for (int task = 0; task < outputs.tasks(); task++) {
      TaskSpec of = spec.tasks().get(task);
      for (int i = outputs.offset(task); i < outputs.offset(task) + outputs.length(task); i++) {
        assertThat(found[i])
            .as(of.name())
            .isCloseTo(expected[i], within((float) (TOLERANCE * range(of))));
      }
      close |= votesEitherWay(spec, of, expected[outputs.offset(task)]);
    }
    assertThat(fused).as("fused").isCloseTo(outputs.fuse(found), within(1e-6f));
    if (!close) {
      assertThat(fused).as("fused").isCloseTo(outputs.fuse(expected), within((float) TOLERANCE));
    }
  }

  private static double range(TaskSpec task) {
    return task.type() == TaskType.REGRESSION ? task.range().get(1) - task.range().get(0) : 1;
  }

  /** A prediction at its threshold, to the last digits. */
  private static boolean votesEitherWay(LearnerSpec spec, TaskSpec task, float prediction) {
    Double found = spec.fusion().thresholds().get(task.name());
    double threshold = found == null ? 0.5 : task.score(found);
    return Math.abs(task.score(prediction) - threshold) < TOLERANCE;
  }
}

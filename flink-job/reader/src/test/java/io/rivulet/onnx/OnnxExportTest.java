package io.rivulet.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an export says of itself, and what it refuses. */
class OnnxExportTest {
  private static final LearnerSpec SPEC =
      new ModelText(
              ModelText.ALL_TASKS,
              ModelText.ALL_FEATURES,
              ModelText.architecture(ArchitectureType.MMOE),
              "{type: vote}")
          .spec();

  private final float[] dense = Layouts.dense(SPEC).initial("dense", "");

  @Test
  void namesItsInputsAndOutputsWithTheirShapes() throws IOException, OrtException {
    try (OnnxModel model = new OnnxModel(SPEC, dense, Map.of())) {
      int row = Layouts.rows(SPEC).length();
      assertThat(shapes(model.session().getInputInfo()))
          .containsExactly(
              "user FLOAT[-1, " + row + "]",
              "item FLOAT[-1, " + row + "]",
              "categories INT64[-1, 2]",
              "numbers FLOAT[-1, 3]",
              "content FLOAT[-1, 9]");
      assertThat(shapes(model.session().getOutputInfo()))
          .containsExactly(
              "click FLOAT[-1]",
              "rating FLOAT[-1]",
              "price FLOAT[-1]",
              "genre FLOAT[-1, 3]",
              "user.prediction FLOAT[-1]",
              "buy FLOAT[-1]",
              "fused FLOAT[-1]");
    }
  }

  @Test
  void tellsWhatItIs() throws IOException, OrtException {
    Map<String, String> more = Map.of("arm", "champion", "version", "12");
    try (OnnxModel model = new OnnxModel(SPEC, dense, more)) {
      assertThat(model.session().getMetadata().getCustomMetadata())
          .containsAllEntriesOf(more)
          .containsEntry("architecture", "mmoe")
          .containsEntry("fusion", "vote")
          .containsEntry("row.length", "" + Layouts.rows(SPEC).length())
          .containsEntry("row.layout", "" + Layouts.rows(SPEC).version())
          .containsEntry("dense.layout", "" + Layouts.dense(SPEC).version())
          .containsEntry("task.2", "price")
          .containsEntry("task.2.type", "regression")
          .containsEntry("task.2.range.0", "-20.5")
          .containsEntry("task.3.class.1", "b, c")
          .containsEntry("task.4.output", "user.prediction")
          .containsEntry("task.5.of.1", "user")
          .containsEntry("category.1", "context.hour")
          .containsEntry("category.1.buckets", "7")
          .containsEntry("number.2", "constant");
    }
  }

  @Test
  void scoresNothingWhereNoTaskSaysHowGoodAnItemIs() throws IOException, OrtException {
    String genre = "tasks: [{name: g, type: multiclass, classes: [a, b], label: {from: item.g}}]\n";
    LearnerSpec spec =
        new ModelText(genre, "", ModelText.architecture(ArchitectureType.PLE), ModelText.AVERAGE)
            .spec();
    try (TrainedModel trained = new TrainedModel(spec, 20);
        OnnxModel model = new OnnxModel(spec, trained.learner().dense(), Map.of())) {
      assertThat(model.run(trained.examples(3)).fused()).containsExactly(0, 0, 0);
    }
  }

  @Test
  void refusesParametersOfAnotherModel() {
    assertThatThrownBy(() -> write(SPEC, new float[dense.length - 1], Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "found %d dense parameters where the specification asks for %d",
            dense.length - 1, dense.length);
  }

  @Test
  void refusesParametersThatAreNotFinite() {
    Arrays.fill(dense, Float.NaN);
    assertThatThrownBy(() -> write(SPEC, dense, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of the dense parameters, in 'category/item.maker', is NaN");
  }

  @Test
  void refusesMetadataThatContradictsTheSpecification() {
    assertThatThrownBy(() -> write(SPEC, dense, Map.of("task.0", "watch")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the specification gives 'task.0': choose another name for 'watch'");
  }

  private static void write(LearnerSpec spec, float[] dense, Map<String, String> metadata)
      throws IOException {
    OnnxExport.write(spec, dense, metadata, new ByteArrayOutputStream());
  }

  private static List<String> shapes(Map<String, NodeInfo> nodes) {
    return nodes.entrySet().stream()
        .map(
            node -> {
              TensorInfo tensor = (TensorInfo) node.getValue().getInfo();
              return node.getKey() + " " + tensor.type + Arrays.toString(tensor.getShape());
            })
        .toList();
  }
}

package io.rivulet.onnx;

import io.rivulet.learner.spec.LearnerSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;

/**
 * Writes a model as ONNX. Rows stay outside: they are inputs, so that the model can be used for
 * every user and item.
 *
 * <p>Inputs, each with a first axis for the examples of a batch; those that the specification does
 * not ask for are missing:
 *
 * <ul>
 *   <li>{@code user}, {@code item}: float, {@code Layouts.rows(spec).length()} wide: whole rows, of
 *       which optimiser slots are not read
 *   <li>{@code categories}: int64, the bucket of each categorical feature
 *   <li>{@code numbers}: float, the numeric features in their own units, NaN where not known
 *   <li>{@code content}: float, the content vector, zeros where there is none
 * </ul>
 *
 * <p>Outputs: {@code fused}, the score to rank by, and one for each task with the task's name: a
 * float for each example, for a multiclass task one for each class. A task that has the name of an
 * input, or {@code fused}, has {@code .prediction} behind it. All are those of {@link
 * io.rivulet.learner.Learner#predict} as long as rows and features are finite.
 */
public final class OnnxExport {
  /** The oldest that has all operators: more runtimes know it. */
  private static final int OPERATOR_SET = 13;

  /** The format that came with that operator set. */
  private static final int FORMAT = 7;

  private OnnxExport() {}

  /**
   * Writes a model; {@code out} stays open.
   *
   * @param dense the dense parameters, as {@code Layouts.dense(spec)} orders them; unchanged
   * @param metadata what else the file shall say of itself, such as arm and version, by name
   * @throws IllegalArgumentException if the dense parameters are not as many as the specification
   *     asks for, or one that is needed is not finite, or the metadata holds a name that the
   *     specification gives
   */
  public static void write(
      LearnerSpec spec, float[] dense, Map<String, String> metadata, OutputStream out)
      throws IOException {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("rivulet")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
            .setGraph(new ModelGraph(spec, new Dense(spec, dense)).build());
    Metadata.of(spec, metadata)
        .forEach(
            (name, value) ->
                model.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(name).setValue(value)));
    model.build().writeTo(out);
  }
}

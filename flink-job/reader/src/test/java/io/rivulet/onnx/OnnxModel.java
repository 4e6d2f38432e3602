package io.rivulet.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.rivulet.learner.Example;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An exported model in ONNX Runtime. */
final class OnnxModel implements AutoCloseable {
  /** Predictions as {@link Outputs} lays them out, and fused scores, by example. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Result(float[][] predictions, float[] fused) {}

  private final LearnerSpec spec;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OnnxModel(LearnerSpec spec, float[] dense, Map<String, String> metadata)
      throws IOException, OrtException {
    this.spec = spec;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OnnxExport.write(spec, dense, metadata, bytes);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session = environment.createSession(bytes.toByteArray(), options);
    }
  }

  OrtSession session() {
    return session;
  }

  Result run(List<Example> batch) throws OrtException {
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try {
      fill(inputs, batch);
      try (OrtSession.Result result = session.run(inputs)) {
        return read(result, batch.size());
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private void fill(Map<String, OnnxTensor> inputs, List<Example> batch) throws OrtException {
    inputs.put("user", tensor(batch.stream().map(Example::user).toArray(float[][]::new)));
    inputs.put("item", tensor(batch.stream().map(Example::item).toArray(float[][]::new)));
    if (!spec.categorical().isEmpty()) {
      long[][] categories =
          batch.stream()
              .map(example -> Arrays.stream(example.features().categories()).asLongStream())
              .map(buckets -> buckets.toArray())
              .toArray(long[][]::new);
      inputs.put("categories", OnnxTensor.createTensor(environment, categories));
    }
    if (!spec.numeric().isEmpty()) {
      inputs.put(
          "numbers",
          tensor(batch.stream().map(e -> e.features().numbers()).toArray(float[][]::new)));
    }
    int length = spec.content().length();
    if (length > 0) {
      inputs.put(
          "content",
          tensor(
              batch.stream()
                  .map(e -> Arrays.copyOf(e.features().content(), length))
                  .toArray(float[][]::new)));
    }
  }

  private OnnxTensor tensor(float[][] rows) throws OrtException {
    return OnnxTensor.createTensor(environment, rows);
  }

  private Result read(OrtSession.Result result, int size) throws OrtException {
    Outputs outputs = new Outputs(spec);
    float[][] predictions = new float[size][outputs.length()];
    for (int task = 0; task < outputs.tasks(); task++) {
      TaskSpec of = spec.tasks().get(task);
      Object value = value(result, of.name().equals("user") ? "user.prediction" : of.name());
      for (int i = 0; i < size; i++) {
        if (value instanceof float[] numbers) {
          predictions[i][outputs.offset(task)] = numbers[i];
        } else {
          float[] classes = ((float[][]) value)[i];
          System.arraycopy(classes, 0, predictions[i], outputs.offset(task), classes.length);
        }
      }
    }
    return new Result(predictions, (float[]) value(result, "fused"));
  }

  private static Object value(OrtSession.Result result, String name) throws OrtException {
    return result.get(name).orElseThrow().getValue();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}

package io.rivulet.onnx;

import io.rivulet.learner.spec.CategoricalSpec;
import java.util.ArrayList;
import java.util.List;

/** A learned vector for the bucket of each categorical feature. */
record CategoryInputs(
    List<CategoricalSpec> features, Operators operators, Dense dense, Value buckets)
    implements ViewPart {
  @Override
  public List<Value> of(int view) {
    List<Value> vectors = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      CategoricalSpec feature = features.get(i);
      String name = "category/" + feature.from();
      int length = feature.buckets() * feature.dimension();
      float[] numbers = dense.read(name, view * length, length);
      Value table =
          operators
              .graph()
              .parameters(name + "/" + view, numbers, feature.buckets(), feature.dimension());
      vectors.add(operators.lookedUp(table, operators.columns(buckets, i, 1)));
    }
    return vectors;
  }
}

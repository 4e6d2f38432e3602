package io.rivulet.learner.oracle;

import io.rivulet.learner.Example;
import io.rivulet.learner.model.Model;
import io.rivulet.learner.spec.ArchitectureType;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The losses of a batch and their gradients, by automatic differentiation. */
final class SameDiffModel {
  private final SameDiff graph = SameDiff.create();
  private final LearnerSpec spec;
  private final Parameters users;
  private final Parameters items;
  private final Parameters dense;
  private final Inputs inputs;
  private final List<SDVariable> losses = new ArrayList<>();
  private final List<SDVariable> raw = new ArrayList<>();
  private final Map<String, INDArray> gradients;

  SameDiffModel(LearnerSpec spec, float[] parameters, List<Example> batch) {
    this.spec = spec;
    Model layout = new Model(spec);
    users =
        new Parameters(
            graph, "user", layout.row().segments(), batch.stream().map(Example::user).toList());
    items =
        new Parameters(
            graph, "item", layout.row().segments(), batch.stream().map(Example::item).toList());
    dense = new Parameters(graph, "dense", layout.dense(), List.of(parameters));
    inputs = new Inputs(graph, spec, batch, users, items, dense);
    Layers layers = new Layers(graph, spec, dense);
    Losses measures = new Losses(graph, batch);
    List<SDVariable> read = layers.representations(views());
    double[] weights = spec.perTask(spec.weighting().weights(), 1);
    SDVariable total = null;
    for (int i = 0; i < spec.towers().size(); i++) {
      TaskSpec task = spec.towers().get(i);
      SDVariable tower = layers.tower(task, stopped(task, read.get(i)));
      raw.add(tower.add("raw-" + task.name(), beside(task, i)));
    }
    for (int i = 0; i < spec.tasks().size(); i++) {
      TaskSpec task = spec.tasks().get(i);
      losses.add(measures.of(task, i, task.hasTower() ? raw.get(i) : factors(task)));
      SDVariable sum = losses.get(i).mul(measures.weights(i)).sum().mul(weights[i]);
      total = total == null ? sum : total.add(sum);
    }
    total.markAsLoss();
    gradients = graph.calculateGradients(Map.of(), differentiated());
  }

  /** The raw outputs of a product's factors side by side. */
  private SDVariable factors(TaskSpec product) {
    List<String> names = spec.towers().stream().map(TaskSpec::name).toList();
    return graph.concat(
        1,
        product.of().stream().map(name -> raw.get(names.indexOf(name))).toArray(SDVariable[]::new));
  }

  /** As a constant, if nothing below is to learn from the task. */
  private SDVariable stopped(TaskSpec task, SDVariable variable) {
    return task.stopGradient() ? graph.constant(variable.eval()) : variable;
  }

  private List<String> differentiated() {
    List<String> names = new ArrayList<>();
    users.learned().forEach(segment -> names.add(users.nameOf(segment)));
    items.learned().forEach(segment -> names.add(items.nameOf(segment)));
    dense.learned().forEach(segment -> names.add(dense.nameOf(segment)));
    raw.forEach(output -> names.add(output.name()));
    return names;
  }

  /** The losses of one task before weighting, one per example. */
  double[] losses(int task) {
    return losses.get(task).eval().toDoubleVector();
  }

  /** The gradient of a segment of the dense parameters; 0 where no way leads to the loss. */
  double[] denseGradient(String segment) {
    INDArray found = gradients.get(dense.nameOf(segment));
    return found == null ? new double[dense.width(segment)] : found.ravel().toDoubleVector();
  }

  /** The gradients of a segment of the users' rows, one per example, alignment included. */
  double[][] userGradients(String segment) {
    INDArray found = gradients.get(users.nameOf(segment));
    return (segment.equals("vector") ? found.add(alignment(items)) : found).toDoubleMatrix();
  }

  /** The gradients of a segment of the items' rows, one per example, alignment included. */
  double[][] itemGradients(String segment) {
    INDArray found = gradients.get(items.nameOf(segment));
    return (segment.equals("vector") ? found.add(alignment(users)) : found).toDoubleMatrix();
  }

  List<String> denseSegments() {
    return dense.learned();
  }

  List<String> rowSegments() {
    return users.learned();
  }

  private boolean apart() {
    return spec.architecture().type() == ArchitectureType.SINGLE_TASK;
  }

  private List<SDVariable> views() {
    List<Integer> tasks = IntStream.range(0, spec.towers().size()).boxed().toList();
    return apart()
        ? tasks.stream().map(task -> inputs.view(task, List.of(task))).toList()
        : List.of(inputs.view(0, tasks));
  }

  /** Prior, biases, and for tasks of one output the scaled product of the vectors. */
  private SDVariable beside(TaskSpec task, int index) {
    String prior = "prior/" + task.name();
    SDVariable mean = dense.get(prior + "/sum").div(dense.get(prior + "/count"));
    SDVariable start =
        switch (task.type()) {
          case BINARY, PRODUCT -> graph.math().log(mean.div(mean.rsub(1)));
          case REGRESSION -> mean;
          case MULTICLASS -> graph.math().log(mean);
        };
    String bias = "bias/" + task.name();
    SDVariable sum = users.get(bias).add(items.get(bias)).add(start);
    if (task.outputs() > 1) {
      return sum;
    }
    int view = apart() ? index : 0;
    SDVariable product = inputs.vector(users, view).mul(inputs.vector(items, view)).sum(true, 1);
    SDVariable scales = dense.get("product-scale");
    return sum.add(
        stopped(task, product)
            .mul(Selection.columns(graph, scales, spec.towers().size(), index, 1)));
  }

  /** The alignment times dLoss/dOutput times the others' vectors, summed over the tasks. */
  private INDArray alignment(Parameters others) {
    INDArray vectors = others.get("vector").getArr();
    INDArray sum = Nd4j.zeros(vectors.dataType(), vectors.shape());
    int width = spec.embedding();
    for (int task = 0; task < raw.size(); task++) {
      TaskSpec tower = spec.towers().get(task);
      if (tower.outputs() == 1 && !tower.stopGradient()) {
        INDArray residual = gradients.get(raw.get(task).name()).mul(spec.wide().alignment());
        int from = apart() ? task * width : 0;
        for (int i = from; i < from + width; i++) {
          sum.putColumn(i, sum.getColumn(i, true).add(vectors.getColumn(i, true).mul(residual)));
        }
      }
    }
    return sum;
  }
}

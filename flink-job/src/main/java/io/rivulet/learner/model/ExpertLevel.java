package io.rivulet.learner.model;

import io.rivulet.learner.layout.Axis;
import java.util.ArrayList;
import java.util.List;

/**
 * One level of experts and gates. The experts' first layers are one matrix, and so are their later
 * ones and the gates, with zeros where a part does not read from another.
 */
final class ExpertLevel {
  /**
   * Where an expert or a gate reads.
   *
   * @param name unique within the level
   * @param from index of the first value
   * @param axis the values
   */
  record Source(String name, int from, Axis axis) {}

  /**
   * A gate.
   *
   * @param source what it reads
   * @param experts between which it chooses
   */
  record Gate(Source source, List<Integer> experts) {}

  private final List<Layer> layers = new ArrayList<>();
  private final Layer gateLayer;
  private final List<List<Integer>> routes;
  private final int width;

  /**
   * Appends the level's parameters.
   *
   * @param prefix of its names
   * @param hidden widths of each expert's layers
   * @param inputs width of the level's input
   */
  ExpertLevel(
      Blocks blocks,
      String prefix,
      List<Source> experts,
      List<Gate> gates,
      List<Integer> hidden,
      int inputs) {
    int before = 0;
    for (int next : hidden) {
      List<Block> own = new ArrayList<>();
      for (int i = 0; i < experts.size(); i++) {
        Source expert = experts.get(i);
        boolean first = layers.isEmpty();
        int column = first ? expert.from() : i * before;
        Axis columns = first ? expert.axis() : Axis.of(before);
        String name = prefix + "hidden-" + layers.size() + "/" + expert.name();
        own.add(blocks.rectified(name, i * next, Axis.of(next), column, columns));
      }
      int from = layers.isEmpty() ? inputs : experts.size() * before;
      layers.add(Layer.whole(from, experts.size() * next, own));
      before = next;
    }
    width = before;
    routes = gates.stream().map(Gate::experts).toList();
    List<Block> gateBlocks = new ArrayList<>();
    int row = 0;
    for (Gate gate : gates) {
      Source source = gate.source();
      Axis chosen = Axis.of(gate.experts().stream().map(i -> experts.get(i).name()).toList());
      String name = prefix + "gate/" + source.name();
      gateBlocks.add(blocks.gate(name, row, chosen, source.from(), source.axis()));
      row += chosen.length();
    }
    gateLayer = Layer.whole(inputs, row, gateBlocks);
  }

  /** Width of the output of each gate. */
  int width() {
    return width;
  }

  List<Layer> layers() {
    List<Layer> all = new ArrayList<>(layers);
    all.add(gateLayer);
    return all;
  }

  Pass pass(Passes passes, Activations input) {
    return new Mixture(
        passes.rectifiedBeside(layers, input),
        passes.layer(gateLayer, input),
        routes,
        width,
        passes.room());
  }
}

package io.rivulet.learner.oracle;

import io.rivulet.learner.GradientCase;
import io.rivulet.learner.layout.Segment;
import io.rivulet.learner.layout.Segments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/** The segments of some parameter arrays as matrices of one row per array, in double precision. */
final class Parameters {
  private final String table;
  private final Map<String, SDVariable> segments = new LinkedHashMap<>();
  private final List<String> learned = new ArrayList<>();

  /** Declares the segments of {@code arrays}; what counts and sums up is constant. */
  Parameters(SameDiff graph, String table, Segments layout, List<float[]> arrays) {
    this.table = table;
    int offset = 0;
    for (Segment segment : layout.list()) {
      if (segment.length() > 0) {
        double[][] values = new double[arrays.size()][segment.length()];
        for (int i = 0; i < values.length; i++) {
          for (int j = 0; j < segment.length(); j++) {
            values[i][j] = arrays.get(i)[offset + j];
          }
        }
        String name = nameOf(segment.name());
        boolean constant = GradientCase.counted(segment);
        segments.put(
            segment.name(),
            constant
                ? graph.constant(name, Nd4j.create(values))
                : graph.var(name, Nd4j.create(values)));
        if (!constant) {
          learned.add(segment.name());
        }
      }
      offset += segment.length();
    }
  }

  /** A segment, one row per array. */
  SDVariable get(String segment) {
    if (!segments.containsKey(segment)) {
      throw new IllegalArgumentException(table + " has no " + segment + ", only " + segments);
    }
    return segments.get(segment);
  }

  /** A segment of a single array as a matrix of {@code columns}. */
  SDVariable get(String segment, int columns) {
    return get(segment).reshape(-1, columns);
  }

  /** Length of a segment. */
  int width(String segment) {
    return Math.toIntExact(get(segment).getShape()[1]);
  }

  /** The segments that follow a gradient. */
  List<String> learned() {
    return learned;
  }

  /** Name of a segment's variable in the graph. */
  String nameOf(String segment) {
    return table + "-" + segment.replace('/', '-');
  }
}

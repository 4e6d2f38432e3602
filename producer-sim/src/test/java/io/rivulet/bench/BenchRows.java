package io.rivulet.bench;

import io.rivulet.domain.Row;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import java.io.IOException;

/** Rows of the benchmark's model. */
final class BenchRows {
  private BenchRows() {}

  static ParameterLayout layout() throws IOException {
    return Layouts.rows(BenchModel.config().learner());
  }

  static Row row(String id) throws IOException {
    return new Row(1, 1, layout().initial("user", id));
  }

  /** Ids of users. */
  static String[] ids(int count) {
    String[] ids = new String[count];
    for (int i = 0; i < count; i++) {
      ids[i] = "user-" + i;
    }
    return ids;
  }
}

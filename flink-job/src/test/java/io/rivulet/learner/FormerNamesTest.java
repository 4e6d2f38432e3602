package io.rivulet.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.learner.layout.ArraySchema.Part;
import io.rivulet.learner.layout.SchemaChange;
import io.rivulet.learner.layout.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormerNamesTest {
  private static final ArraySchema ROWS =
      Layouts.rows(Specs.learner(List.of(Specs.binary("like", 4)), List.of())).schema();

  @ParameterizedTest
  @CsvSource({"user, 10, 11", "item, 12, 13"})
  void theLastFewLabelsOfARowAreFoundAgain(String table, float count, float sum) {
    ArraySchema former = withTwoRecentMeans();
    SchemaChange change =
        SchemaChange.between(FormerNames.today(table, former), ROWS, /* parts= */ false);
    float[] old = new float[former.length()];
    for (int i = 0; i < 4; i++) {
      old[old.length - 4 + i] = 10 + i;
    }

    float[] row = change.apply(old, new float[ROWS.length()]);

    assertThat(change.differences()).isEmpty();
    assertThat(List.of(row[row.length - 2], row[row.length - 1])).containsExactly(count, sum);
  }

  @Test
  void whatIsCalledTheSameStays() {
    assertThat(FormerNames.today("user", ROWS)).isEqualTo(ROWS);
  }

  /** The rows as they were when users' and items' means had parts of their own, which come last. */
  private static ArraySchema withTwoRecentMeans() {
    List<Part> parts = new ArrayList<>(ROWS.parts());
    assertThat(parts.remove(parts.size() - 1).name()).isEqualTo("statistics/recent/sum");
    Shape shape = parts.remove(parts.size() - 1).shape();
    for (String table : List.of("user", "item")) {
      parts.add(new Part("statistics/recent-of-" + table + "/count", shape));
      parts.add(new Part("statistics/recent-of-" + table + "/sum", shape));
    }
    return new ArraySchema(parts);
  }
}

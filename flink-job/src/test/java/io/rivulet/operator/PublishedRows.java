package io.rivulet.operator;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** A version of the small model with numbers that no new model has; nobody else publishes it. */
final class PublishedRows implements WarmStart {
  private static final long serialVersionUID = 1L;

  private static final int IDS = 40;
  private static final float ADDED = 0.125f;

  /** For a job that has to restore all. */
  static final WarmStart GONE =
      (table, mine, target) -> {
        throw new IOException("a job that restores a checkpoint asked for rows of " + table);
      };

  /** The ids of a table's rows. */
  static List<String> ids(Table table) {
    if (table == Table.DENSE) {
      return List.of(SmallModel.ARM);
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < IDS; i++) {
      ids.add(table.label() + "-" + i);
    }
    return ids;
  }

  /** The row of an id. */
  static Row row(Table table, String id) {
    ParameterLayout layout =
        table == Table.DENSE ? Layouts.dense(SmallModel.SPEC) : Layouts.rows(SmallModel.SPEC);
    float[] values = layout.initial(table.label(), id);
    for (int i = 0; i < values.length; i++) {
      values[i] += ADDED;
    }
    return new Row(7 + id.length(), 1_000 + id.length(), values);
  }

  @Override
  public void read(Table table, Predicate<String> mine, BiConsumer<String, Row> target) {
    ids(table).stream().filter(mine).forEach(id -> target.accept(id, row(table, id)));
  }
}

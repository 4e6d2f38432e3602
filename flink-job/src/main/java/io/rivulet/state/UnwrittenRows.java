package io.rivulet.state;

import io.rivulet.domain.Row;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Rows of a table.
 *
 * @param ids of the rows, in their order; not changed afterwards
 * @param rows not changed afterwards
 */
public record UnwrittenRows(List<String> ids, List<Row> rows) implements Unwritten<Row> {
  @Override
  public void forEach(BiConsumer<String, Row> target) {
    for (int i = 0; i < ids.size(); i++) {
      target.accept(ids.get(i), rows.get(i));
    }
  }
}

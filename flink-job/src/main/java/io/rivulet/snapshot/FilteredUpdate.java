package io.rivulet.snapshot;

import io.rivulet.domain.Table;
import java.util.function.BiPredicate;

/** An update that keeps only some rows; of the others it knows that they are there. */
public final class FilteredUpdate implements ModelStore.Update {
  private static final StoredRow LEFT_OUT = new StoredRow(Encoding.FP32, true, 0, 0, new byte[0]);

  private final ModelStore.Update target;
  private final BiPredicate<Table, String> kept;

  /** Keeps the rows of these ids. */
  public FilteredUpdate(ModelStore.Update target, BiPredicate<Table, String> kept) {
    this.target = target;
    this.kept = kept;
  }

  /** Whether a row stands for one that was not kept. */
  public static boolean isLeftOut(StoredRow row) {
    return row.numbers().length == 0;
  }

  @Override
  public void put(Table table, String id, StoredRow row) {
    target.put(table, id, kept.test(table, id) ? row : LEFT_OUT);
  }

  @Override
  public void remove(Table table, String id) {
    target.remove(table, id);
  }

  @Override
  public void clear() {
    target.clear();
  }

  @Override
  public long rows(Table table) {
    return target.rows(table);
  }

  @Override
  public void commit(ModelStore.Head head) {
    target.commit(head);
  }

  @Override
  public void close() {
    target.close();
  }
}

package io.rivulet.state;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.FormerNames;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.learner.layout.SchemaChange;
import io.rivulet.learner.spec.ModelChange;
import java.util.List;

/** Turns the rows of a checkpoint into rows of the model of today. */
public final class RowChange {
  private static final int MOST_NAMED = 8;

  private final Table table;
  private final ParameterLayout layout;
  private final SchemaChange change;

  private RowChange(Table table, ParameterLayout layout, SchemaChange change) {
    this.table = table;
    this.layout = layout;
    this.change = change;
  }

  /**
   * The way from the model of a checkpoint to that of today.
   *
   * @throws ModelChangedException if they differ, and the rule refuses that
   */
  public static RowChange between(
      ArraySchema before, ParameterLayout layout, Table table, ModelChange rule) {
    SchemaChange change =
        SchemaChange.between(
            FormerNames.today(table.label(), before),
            layout.schema(),
            rule != ModelChange.REINITIALISE);
    if (rule == ModelChange.REFUSE && !change.differences().isEmpty()) {
      throw new ModelChangedException(message(table, change.differences()));
    }
    return new RowChange(table, layout, change);
  }

  private static String message(Table table, List<String> differences) {
    int named = Math.min(MOST_NAMED, differences.size());
    String rest =
        named == differences.size() ? "" : ", and " + (differences.size() - named) + " more";
    return String.format(
        "The checkpoint holds another model. Its %s parameters: %s%s. Go on with the configuration"
            + " that the checkpoint was made with, or set checkpoints.modelChange to 'grow' (what"
            + " both models have is kept, the rest begins anew) or 'reinitialise' (what has another"
            + " shape begins anew)",
        table.label(), String.join(", ", differences.subList(0, named)), rest);
  }

  /** Whether rows stay as they are. */
  public boolean isNone() {
    return change.isNone();
  }

  /** A row of today, made of one of the checkpoint. */
  public Row apply(String id, Row row) {
    float[] values = change.apply(row.values(), layout.initial(table.label(), id));
    return new Row(row.count(), row.lastSeen(), values);
  }

  /** Work on a row of today: nothing has been done yet on what is new. */
  public PendingWork apply(PendingWork work) {
    Row done = work.change();
    float[] values = change.apply(done.values(), new float[layout.length()]);
    return new PendingWork(new Row(done.count(), done.lastSeen(), values), work.contributors());
  }
}

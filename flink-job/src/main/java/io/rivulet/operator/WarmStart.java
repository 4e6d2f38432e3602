package io.rivulet.operator;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import java.io.IOException;
import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Where a job that restores no checkpoint takes its model from. */
public interface WarmStart extends Serializable {
  /** From nowhere: the model is new. */
  WarmStart NONE = (table, mine, target) -> {};

  /**
   * Reads rows of a table.
   *
   * @param mine which ids are wanted
   * @param target gets each of these rows once, complete and in the order of the job's layout; they
   *     are its own
   * @throws IOException if the model is not there, or cannot be used
   */
  void read(Table table, Predicate<String> mine, BiConsumer<String, Row> target) throws IOException;
}

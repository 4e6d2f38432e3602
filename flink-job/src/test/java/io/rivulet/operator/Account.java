package io.rivulet.operator;

import io.rivulet.domain.Row;
import io.rivulet.state.lifecycle.KeyGroupRows;
import io.rivulet.state.lifecycle.RowStatistics;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * Where a table's examples are, as the state of its operator says after a checkpoint.
 *
 * @param kept examples that the rows have counted
 */
record Account(long kept, RowStatistics statistics) {
  static Account of(AbstractStreamOperator<?> operator, String rows) throws Exception {
    long kept = StoredRows.of(operator, rows).values().stream().mapToLong(Row::count).sum();
    return new Account(kept, statistics(operator));
  }

  /** The account that the operator put into its state. */
  static RowStatistics statistics(AbstractStreamOperator<?> operator) throws Exception {
    RowStatistics statistics = RowStatistics.EMPTY;
    for (KeyGroupRows group :
        operator
            .getOperatorStateBackend()
            .getUnionListState(
                new ListStateDescriptor<>("life-cycle", StreamTypes.KEY_GROUP_ROWS.serializer()))
            .get()) {
      statistics = statistics.plus(group.statistics());
    }
    return statistics;
  }

  /** All examples that the table accounts for. */
  long examples() {
    return kept + statistics.evictedExamples() + statistics.unadmittedExamples();
  }
}

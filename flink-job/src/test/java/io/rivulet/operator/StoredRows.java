package io.rivulet.operator;

import io.rivulet.domain.Row;
import io.rivulet.state.UnwrittenRows;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/** The rows of a table, as the state of its operator has them at a checkpoint. */
final class StoredRows {
  private StoredRows() {}

  /**
   * By id.
   *
   * @param table name of the state that holds the rows
   */
  static NavigableMap<String, Row> of(AbstractStreamOperator<?> operator, String table)
      throws Exception {
    KeyedStateBackend<String> backend = operator.getKeyedStateBackend();
    List<String> ids = backend.<VoidNamespace>getKeys(table, VoidNamespace.INSTANCE).toList();
    NavigableMap<String, Row> rows = new TreeMap<>();
    for (String id : ids) {
      backend.setCurrentKey(id);
      rows.put(
          id,
          backend
              .getPartitionedState(
                  VoidNamespace.INSTANCE,
                  VoidNamespaceSerializer.INSTANCE,
                  new ValueStateDescriptor<>(table, StreamTypes.ROW.serializer()))
              .value());
    }
    for (UnwrittenRows unwritten :
        operator
            .getOperatorStateBackend()
            .getUnionListState(
                new ListStateDescriptor<>(
                    UnwrittenState.NAME, StreamTypes.UNWRITTEN_ROWS.serializer()))
            .get()) {
      unwritten.forEach(rows::put);
    }
    return rows;
  }
}

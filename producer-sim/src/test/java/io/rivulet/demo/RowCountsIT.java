package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.operator.LearnOperator;
import io.rivulet.operator.Owner;
import io.rivulet.operator.StreamTypes;
import io.rivulet.operator.Uids;
import io.rivulet.schema.Score;
import io.rivulet.sim.source.EventSource;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every labelled event moves its user's row, its item's row and the dense parameters once. */
final class RowCountsIT {
  private static final int EVENTS = 20_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void countsAddUpToTheLabelledEvents(int parallelism) throws Exception {
    EventSource world = EndToEnd.smallWorld(EVENTS);
    Set<String> scored = ConcurrentHashMap.newKeySet();
    String savepoint;
    try (EndToEnd run = EndToEnd.start("video", parallelism, folder);
        TopicTail<Score> tail =
            new TopicTail<>(
                run.bootstrapServers(),
                "scores",
                Score.class,
                score -> scored.add(score.getEventId()))) {
      run.sendCatalog(world);
      run.sendEvents(world);
      run.await("all events are scored", () -> scored.size() >= EVENTS);
      tail.check();
      savepoint = run.cluster().drain();
    }
    // Each event of a video world has a label: whether it was clicked.
    assertThat(count(savepoint, Uids.LEARN, LearnOperator.USER_ROWS)).isEqualTo(EVENTS);
    assertThat(count(savepoint, Uids.ITEM_OWNER, Owner.ROWS)).isEqualTo(EVENTS);
    assertThat(count(savepoint, Uids.DENSE_OWNER, Owner.ROWS)).isEqualTo(EVENTS);
  }

  private static long count(String savepoint, String uid, String state) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    SavepointReader reader =
        SavepointReader.read(env, savepoint, new EmbeddedRocksDBStateBackend());
    return reader
        .readKeyedState(
            OperatorIdentifier.forUid(uid), new RowCounts(state), Types.STRING, Types.LONG)
        .executeAndCollect(EVENTS)
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static final class RowCounts extends KeyedStateReaderFunction<String, Long> {
    private static final long serialVersionUID = 1L;

    private final String name;
    private transient ValueState<Row> row;

    RowCounts(String name) {
      this.name = name;
    }

    @Override
    public void open(OpenContext context) {
      row =
          getRuntimeContext()
              .getState(new ValueStateDescriptor<>(name, StreamTypes.ROW.serializer()));
    }

    @Override
    public void readKey(String id, Context context, Collector<Long> out) throws Exception {
      out.collect(row.value().count());
    }
  }
}

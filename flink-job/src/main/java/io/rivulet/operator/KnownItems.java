package io.rivulet.operator;

import io.rivulet.domain.ItemChange;
import io.rivulet.domain.ItemReplica;
import io.rivulet.state.UnwrittenItems;
import io.rivulet.state.WriteBackCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.state.ValueState;

/**
 * What is known of items: keyed state behind a write-back cache, since it would have to be read for
 * every event.
 */
final class KnownItems {
  private static final int CAPACITY = 50_000;

  private final Consumer<String> currentKey;
  private final ValueState<ItemReplica> state;
  private final UnwrittenState<UnwrittenItems, ItemReplica> unwritten;
  private final int mostUnwritten;
  private final WriteBackCache<ItemReplica> cache =
      new WriteBackCache<>(CAPACITY, this::read, this::write);

  /**
   * None cached. All that the checkpoint holds that was restored, if one was, is in the state.
   *
   * @param currentKey sets the key that the state belongs to
   * @param store keeps what else belongs into the state
   */
  KnownItems(
      Consumer<String> currentKey,
      ValueState<ItemReplica> state,
      OperatorStateStore store,
      TaskInfo task)
      throws Exception {
    this.currentKey = currentKey;
    this.state = state;
    unwritten = new UnwrittenState<>(store, StreamTypes.UNWRITTEN_ITEMS);
    unwritten.restore(TaskKeyGroups.of(task), this::write);
    mostUnwritten = UnwrittenState.mostItems(task.getNumberOfParallelSubtasks());
  }

  /** What is known of an item. */
  ItemReplica get(String id) {
    return cache.get(id);
  }

  /** Takes in what has changed of an item. */
  void take(ItemChange change) {
    cache.change(change.itemId(), known -> known.after(change));
  }

  /** Puts all that is new where a checkpoint finds it. */
  void save() throws Exception {
    unwritten.save(new UnwrittenItems(cache.handOver(mostUnwritten)));
  }

  private ItemReplica read(String id) {
    currentKey.accept(id);
    try {
      ItemReplica stored = state.value();
      return stored == null ? ItemReplica.UNKNOWN : stored;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what is known of " + id, e);
    }
  }

  private void write(String id, ItemReplica item) {
    currentKey.accept(id);
    if (item.isEmpty()) {
      state.clear();
      return;
    }
    try {
      state.update(item);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write what is known of " + id, e);
    }
  }
}

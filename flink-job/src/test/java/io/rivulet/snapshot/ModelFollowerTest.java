package io.rivulet.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.SmallModel;
import io.rivulet.fixture.TopicInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelFollowerTest {
  private final PublishedModel model =
      new PublishedModel(SmallModel.SPEC, new TopicInMemory(), Encoding.FP32, 1 << 20);
  private final MemoryModelStore store = new MemoryModelStore();
  private final List<Long> switches = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private ModelFollower follower = follower(store, 1 << 20);

  private ModelFollower follower(ModelStore target, long mostBytes) {
    return new ModelFollower(
        PublishedModel.ARM,
        target,
        model.topic,
        mostBytes,
        new ModelFollower.Listener() {
          @Override
          public void switched(ModelStore.Head head, ModelDefinition definition) {
            switches.add(head.version());
          }

          @Override
          public void refused(String message) {
            refusals.add(message);
          }
        });
  }

  private void read() {
    do {
      follower.poll();
    } while (model.topic.position() < model.topic.end());
  }

  @Test
  void holdsNothingUntilThereIsAVersion() {
    read();

    assertThat(store.view()).isNull();
    assertThat(refusals).isEmpty();
  }

  @Test
  void goesFromVersionToVersion() {
    model.whole(1, "a", "b");
    read();
    model.change(2, "b", "c");
    model.version(3, List.of("d"), List.of("a"));
    read();

    assertThat(switches).containsExactly(1L, 2L, 3L);
    assertThat(model.isIn(store, 3, Map.of("b", 2L, "c", 2L, "d", 3L))).isTrue();
    assertThat(refusals).isEmpty();
  }

  @Test
  void holdsTheRowsAsTheyWereWritten() {
    model.whole(1, "a");
    read();

    try (ModelStore.View view = store.view()) {
      ModelDefinition definition = definition(view);
      Row row = definition.row(Table.USER, "a", view.row(Table.USER, "a"));
      Row written = model.row(Table.USER, "a", 1);
      assertThat(row.values()).isEqualTo(written.values());
      assertThat(row.count()).isEqualTo(written.count());
      assertThat(row.lastSeen()).isEqualTo(written.lastSeen());
    }
  }

  private static ModelDefinition definition(ModelStore.View view) {
    try {
      return ModelDefinition.of(view.head().manifest(), null);
    } catch (SnapshotException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void beginsWithTheNewestVersionOfACompactedTopic() {
    model.whole(1, "a", "b");
    model.change(2, "b", "c");
    model.change(3, "a");
    model.topic.compact(model.topic.newest("version:small:3").origin().offset());
    read();

    assertThat(switches).containsExactly(3L);
    assertThat(model.isIn(store, 3, Map.of("a", 3L, "b", 2L, "c", 2L))).isTrue();
  }

  @Test
  void leavesOutWhatWasBeforeAWholeVersion() {
    model.whole(7, "old", "a");
    model.change(8, "older");
    model.whole(2, "a");
    model.change(3, "b");
    model.topic.compact(model.topic.end());
    read();

    assertThat(model.isIn(store, 3, Map.of("a", 2L, "b", 3L))).isTrue();
  }

  @Test
  void leavesOutWhatWasBeforeAWholeVersionThatIsNoLongerListed() {
    model.whole(7, "old", "a");
    model.whole(8, "a");
    model.change(9, "b");
    model.change(10, "b");
    model.topic.lose(raw -> TopicInMemory.key(raw).matches("version:small:[78]"));
    model.topic.compact(model.topic.end());
    read();

    assertThat(refusals).isEmpty();
    assertThat(model.isIn(store, 10, Map.of("a", 8L, "b", 10L))).isTrue();
  }

  @Test
  void takesAWholeVersionWhileItFollows() {
    model.whole(7, "old", "a");
    read();
    model.whole(2, "a");
    model.change(3, "b");
    read();

    assertThat(switches).containsExactly(7L, 2L, 3L);
    assertThat(model.isIn(store, 3, Map.of("a", 2L, "b", 3L))).isTrue();
  }

  @Test
  void takesAnotherModel() {
    model.whole(1, "a");
    read();
    PublishedModel larger =
        new PublishedModel(SmallModel.LARGER, model.topic, Encoding.FP32, 1 << 20);
    larger.whole(2, "a", "b");
    read();

    assertThat(larger.isIn(store, 2, Map.of("a", 2L, "b", 2L))).isTrue();
  }

  @Test
  void putsRowsTogetherThatCameInParts() {
    PublishedModel parted = new PublishedModel(SmallModel.SPEC, model.topic, Encoding.INT8, 32);
    parted.whole(1, "a", "b");
    read();
    parted.version(2, List.of("c"), List.of("a"));
    read();

    assertThat(switches).containsExactly(1L, 2L);
    assertThat(parted.isIn(store, 2, Map.of("b", 1L, "c", 2L))).isTrue();
  }

  @Test
  void readsAVersionTwiceThatIsTooLargeForMemory() {
    follower = follower(store, 100);
    model.whole(1, "a", "b");
    read();
    model.change(2, "b", "c");
    read();

    assertThat(switches).containsExactly(1L, 2L);
    assertThat(model.isIn(store, 2, Map.of("a", 1L, "b", 2L, "c", 2L))).isTrue();
  }

  @Test
  void goesBackToTheMarkedVersionAndForthAgain() {
    model.whole(1, "a");
    model.change(2, "b");
    model.change(3, "a");
    read();
    model.point(2);
    read();
    assertThat(model.isIn(store, 2, Map.of("a", 1L, "b", 2L))).isTrue();

    model.change(4, "c");
    read();
    assertThat(switches).containsExactly(3L, 2L);

    model.point(0);
    read();
    assertThat(switches).containsExactly(3L, 2L, 4L);
    assertThat(model.isIn(store, 4, Map.of("a", 3L, "b", 2L, "c", 4L))).isTrue();
    model.change(5, "d");
    read();
    assertThat(model.isIn(store, 5, Map.of("a", 3L, "b", 2L, "c", 4L, "d", 5L))).isTrue();
    assertThat(refusals).isEmpty();
  }

  @Test
  void beginsWithTheMarkedVersion() {
    model.whole(1, "a");
    model.change(2, "b");
    model.point(1);
    read();

    assertThat(model.isIn(store, 1, Map.of("a", 1L))).isTrue();
  }

  @Test
  void staysWhereItIsWhenTheMarkedVersionIsNotThere() {
    model.whole(1, "a");
    read();
    model.point(9);
    read();

    assertThat(model.isIn(store, 1, Map.of("a", 1L))).isTrue();
    assertThat(refusals).singleElement().asString().contains("version 9", "mark one of [1]");
  }

  @Test
  void goesOnWithAStoreThatOutlivedItsProcess() {
    model.whole(1, "a");
    model.change(2, "b");
    read();
    switches.clear();
    follower = follower(store, 1 << 20);
    model.topic.seek(0);
    model.change(3, "c");
    read();

    assertThat(switches).containsExactly(2L, 3L);
    assertThat(model.isIn(store, 3, Map.of("a", 1L, "b", 2L, "c", 3L))).isTrue();
  }
}

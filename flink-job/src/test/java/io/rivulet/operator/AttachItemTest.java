package io.rivulet.operator;

import static io.rivulet.fixture.Events.rating;
import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.Candidate;
import io.rivulet.domain.Event;
import io.rivulet.domain.ItemBound;
import io.rivulet.domain.ItemChange;
import io.rivulet.domain.ItemFacts;
import io.rivulet.domain.PackedRow;
import io.rivulet.domain.ParameterValue;
import io.rivulet.domain.RequestKey;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.domain.UserBound;
import io.rivulet.fixture.Events;
import io.rivulet.fixture.SmallModel;
import io.rivulet.learner.Features;
import io.rivulet.learner.data.ExampleEncoder;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.state.lifecycle.RowLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachItemTest {
  private static final Event EVENT = rating(1, "user", "a", 5);
  private static final float[] CONTENT = {1, -1};

  private OperatorHarness<
          UserBound,
          KeyedTwoInputStreamOperatorTestHarness<String, ItemBound, ItemChange, UserBound>>
      attach;

  static OperatorHarness<
          UserBound,
          KeyedTwoInputStreamOperatorTestHarness<String, ItemBound, ItemChange, UserBound>>
      openAttachItem(RowLimits limits) throws Exception {
    return OperatorHarness.open(
        () ->
            new KeyedTwoInputStreamOperatorTestHarness<>(
                new AttachItemOperator(SmallModel.SPEC, ModelChange.REFUSE, limits, WarmStart.NONE),
                ItemBound::itemId,
                ItemChange::itemId,
                Types.STRING),
        StreamTypes.USER_BOUND.serializer(),
        0);
  }

  @BeforeEach
  void open() throws Exception {
    attach = openAttachItem(RowLimits.NONE);
  }

  @AfterEach
  void close() {
    attach.close();
  }

  @Test
  void anEventOfAnUnknownItemGoesOnWithoutARow() throws Exception {
    AttachedEvent attached = attached();

    assertSame(
        attached,
        new AttachedEvent(
            EVENT.eventId(),
            null,
            "user",
            "a",
            EVENT.eventTime(),
            EVENT.origin(),
            new ExampleEncoder(SmallModel.SPEC)
                .features(EVENT.context(), EVENT.features(), Map.of(), new float[0]),
            new float[] {1, 5},
            1,
            Long.MIN_VALUE,
            null,
            true,
            0));
    assertThat(attached.features().categories()[0]).as("no genre").isZero();
  }

  @Test
  void theItemsFactsBecomeFeatures() throws Exception {
    facts("a", "Drama", 10);

    Features features = attached().features();
    assertThat(features.categories()).containsExactly(categories("Drama"));
    assertThat(features.content()).containsExactly(CONTENT);
    assertThat(features.numbers()).containsExactly((float) Events.DWELL);
  }

  @Test
  void newerFactsReplaceOlderOnesWhateverTheirOrder() throws Exception {
    facts("a", "Drama", 10);
    facts("a", "Comedy", 20);
    facts("a", "Horror", 15);

    assertThat(attached().features().categories()).containsExactly(categories("Comedy"));
  }

  @Test
  void theNewestPublishedRowTravelsWithItsStamp() throws Exception {
    value("a", 100, 1);
    value("a", 300, 3);
    value("a", 200, 2);

    AttachedEvent attached = attached();

    assertThat(attached.itemRound()).isEqualTo(300);
    assertThat(attached.itemRow().unpacked().values()).containsExactly(3);
  }

  @Test
  void newsOfAnotherItemIsNotTaken() throws Exception {
    facts("b", "Drama", 10);
    value("b", 100, 1);

    AttachedEvent attached = attached();

    assertThat(attached.itemRow()).isNull();
    assertThat(attached.features().categories()[0]).isZero();
  }

  @Test
  void ofADroppedItemOnlyTheFactsAreKept() throws Exception {
    facts("a", "Drama", 10);
    value("a", 100, 1);
    dropped("a");

    AttachedEvent attached = attached();

    assertThat(attached.itemRow()).isNull();
    assertThat(attached.features().categories()).containsExactly(categories("Drama"));
  }

  @Test
  void nothingIsKeptOfADroppedItemWithoutFacts() throws Exception {
    value("a", 100, 1);
    value("b", 100, 1);
    attach.restart();
    dropped("a");
    attach.restart();

    KeyedStateBackend<String> backend = attach.flink().getOperator().getKeyedStateBackend();
    assertThat(backend.getKeys("item-replica", VoidNamespace.INSTANCE)).containsExactly("b");
  }

  /** First it is handed over at the barrier, then written, and then neither. */
  @Test
  void anItemThatDoesNotChangeIsInEveryCheckpoint() throws Exception {
    facts("a", "Drama", 10);
    value("a", 100, 1);
    for (int checkpoints = 0; checkpoints < 4; checkpoints++) {
      for (int i = 0; i < checkpoints; i++) {
        attach.checkpoint();
      }
      attach.restart();
      attach.out().clear();

      assertThat(attached().itemRow().unpacked().values()).containsExactly(1);
      assertThat(attached().features().categories()).containsExactly(categories("Drama"));
    }
  }

  @Test
  void anItemIsKeptFromItsNthLabelledEventOn() throws Exception {
    attach.close();
    attach = openAttachItem(new RowLimits(3, 1_000, 0, 0));
    Event unlabelled = rating(1, "user", "a", Double.NaN);
    for (Event event : List.of(EVENT, unlabelled, EVENT, unlabelled, EVENT, EVENT)) {
      attach.flink().processElement1(Events.encoded(event), 0);
      attach.restart();
    }

    assertThat(attach.out().of(AttachedEvent.class))
        .filteredOn(event -> !Float.isNaN(event.labels()[0]))
        .extracting(AttachedEvent::itemKept)
        .containsExactly(false, false, true, true);
  }

  @Test
  void anItemWithARowIsKept() throws Exception {
    attach.close();
    attach = openAttachItem(new RowLimits(3, 1_000, 0, 0));
    value("a", 100, 1);

    assertThat(attached().itemKept()).isTrue();
  }

  @Test
  void aCandidateGoesOnWithItsItemsFactsAndRow() throws Exception {
    facts("a", "Drama", 10);
    value("a", 100, 1);
    Candidate candidate = new Candidate(new RequestKey(1, 2), 3, "user", "a");

    attach.flink().processElement1(candidate, 0);

    assertSame(
        attach.out().of(AttachedCandidate.class).get(0),
        new AttachedCandidate(
            candidate.request(),
            3,
            "user",
            new ExampleEncoder(SmallModel.SPEC)
                .features(Map.of(), Map.of(), Map.of("genre", "Drama"), CONTENT),
            100,
            PackedRow.of(new Row(1, 1, new float[] {1}))));
  }

  @Test
  void candidatesDoNotCountForAdmission() throws Exception {
    attach.close();
    attach = openAttachItem(new RowLimits(2, 1_000, 0, 0));
    for (int i = 0; i < 5; i++) {
      attach.flink().processElement1(new Candidate(new RequestKey(0, i), 0, "user", "a"), 0);
    }
    attach.restart();
    KeyedStateBackend<String> backend = attach.flink().getOperator().getKeyedStateBackend();
    assertThat(backend.getKeys("item-replica", VoidNamespace.INSTANCE)).isEmpty();

    assertThat(attached().itemKept()).isFalse();
  }

  @Test
  void restoringAfterEveryElementChangesNothing() throws Exception {
    List<Object> undisturbed = new ArrayList<>(run(false));

    assertSame(new ArrayList<>(run(true)), undisturbed);
    assertThat(undisturbed).hasSize(4);
  }

  private List<Object> run(boolean restarting) throws Exception {
    try (var harness = openAttachItem(RowLimits.NONE)) {
      List<ItemChange> changes =
          List.of(
              ItemChange.of(new ItemFacts("a", Map.of("genre", "Drama"), new float[] {1}, 10)),
              ItemChange.of(ParameterValue.of(Table.ITEM, "a", 100, new Row(1, 1, new float[1]))),
              ItemChange.of(new ItemFacts("a", Map.of("genre", "Comedy"), new float[] {1}, 20)),
              ItemChange.of(ParameterValue.of(Table.ITEM, "a", 90, new Row(1, 1, new float[2]))));
      for (ItemChange change : changes) {
        harness.flink().processElement2(change, 0);
        if (restarting) {
          harness.restart();
        }
        harness.flink().processElement1(Events.encoded(EVENT), 0);
        if (restarting) {
          harness.restart();
        }
      }
      return harness.out().all();
    }
  }

  private void facts(String item, String genre, long time) throws Exception {
    ItemFacts facts = new ItemFacts(item, Map.of("genre", genre), CONTENT, time);
    attach.flink().processElement2(ItemChange.of(facts), 0);
  }

  private void value(String item, long round, float number) throws Exception {
    Row row = new Row(1, 1, new float[] {number});
    attach
        .flink()
        .processElement2(ItemChange.of(ParameterValue.of(Table.ITEM, item, round, row)), 0);
  }

  private void dropped(String item) throws Exception {
    attach
        .flink()
        .processElement2(
            ItemChange.of(ParameterValue.of(Table.ITEM, item, Long.MIN_VALUE, null)), 0);
  }

  private AttachedEvent attached() throws Exception {
    attach.flink().processElement1(Events.encoded(EVENT), 0);
    return attach.out().of(AttachedEvent.class).get(0);
  }

  private static int[] categories(String genre) {
    return new ExampleEncoder(SmallModel.SPEC)
        .features(EVENT.context(), Map.of(), Map.of("genre", genre), new float[0])
        .categories();
  }
}

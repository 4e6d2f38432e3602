package io.rivulet.state;

import static io.rivulet.fixture.Events.FIRST_TIME;
import static io.rivulet.fixture.Events.attached;
import static io.rivulet.fixture.Events.notKept;
import static io.rivulet.fixture.Records.assertSame;
import static io.rivulet.fixture.Requests.candidate;
import static io.rivulet.fixture.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.Sums;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemReplicasTest {
  private static final long START = 1_700_000_000_000L;

  private final ItemReplicas items = new ItemReplicas(new Sums(1), 1_000, 3, 0);

  @Test
  void anItemBeginsWithThePublishedRowOrElseTheLayouts() {
    Row row = new Row(9, 9, new float[] {50});

    assertThat(items.open(attached(0, "u", "item", 5)).values()).containsExactly(4);
    assertThat(items.open(attached(1, "u", "other", 5, START, row)).values()).containsExactly(50);
    assertThat(items.size()).isEqualTo(2);
  }

  @Test
  void aRoundYieldsOneDeltaPerChangedItem() {
    learn(attached(0, "u", "a", 5), 10);
    learn(attached(1, "v", "a", 5), 10);
    learn(attached(2, "w", "b", 5), 1);
    items.open(attached(3, "x", "c", 5));

    List<ParameterDelta> deltas = close(START);

    assertSame(
        deltas,
        new ArrayList<>(
            List.of(
                new ParameterDelta(
                    Table.ITEM, "a", START, new Row(2, FIRST_TIME + 1, new float[] {20})),
                new ParameterDelta(
                    Table.ITEM, "b", START, new Row(1, FIRST_TIME + 2, new float[] {1})))));
    assertThat(close(START + 100)).isEmpty();
  }

  @Test
  void ownWorkIsAddedToTheRowThatAnEventBrings() {
    learn(attached(0, "u", "a", 5), 10);
    close(START);
    learn(attached(1, "u", "a", 5), 5);

    Row row = new Row(1, 1, new float[] {100});

    assertThat(items.open(attached(2, "u", "a", 5, START, row)).values()).containsExactly(105);
    assertThat(row.values()).containsExactly(100);
  }

  @Test
  void anOlderRowThanTheKnownOneIsIgnored() {
    items.open(attached(0, "u", "a", 5, START, new Row(1, 1, new float[] {100})));

    float[] current =
        items.open(attached(1, "u", "a", 5, START - 1, new Row(1, 1, new float[1]))).values();

    assertThat(current).containsExactly(100);
  }

  @Test
  void whatAWaitingEventBringsIsKnownBeforeItsTurn() {
    AttachedEvent early = attached(0, "u", "a", 5);
    AttachedEvent late = attached(1, "u", "a", 5, START, new Row(1, 1, new float[] {100}));
    items.open(early);

    items.receive(early);
    items.receive(late);

    assertThat(items.open(early).values()).containsExactly(100);
  }

  @Test
  void aWaitingEventsItemIsNotMadeBeforeItsTurn() {
    items.receive(attached(0, "u", "a", 5, START, new Row(1, 1, new float[] {100})));

    assertThat(items.size()).isZero();
  }

  /** They may be in one micro-batch: both are learned on the newer row. */
  @Test
  void theRowOfAnEarlierEventIsBroughtUpToDateByALaterOne() {
    float[] early = items.open(attached(0, "u", "a", 5)).values();

    items.open(attached(1, "v", "a", 5, START, new Row(1, 1, new float[] {100})));

    assertThat(early).containsExactly(100);
  }

  @Test
  void workOfTheFirstRoundIsKnownInTheSecond() {
    learn(attached(0, "u", "a", 5), 10);
    close(START);

    assertThat(items.open(attached(1, "u", "a", 5)).values()).containsExactly(11);
  }

  @Test
  void anItemUnusedForTheRetentionIsDropped() {
    learn(attached(0, "u", "a", 5), 10);
    learn(attached(1, "u", "b", 5), 10);
    close(START);
    learn(attached(2, "u", "b", 5), 10);
    close(START + 500);

    close(START + 1_000);
    assertThat(items.size()).isEqualTo(2);
    close(START + 1_001);
    assertThat(items.size()).isEqualTo(1);
    close(START + 1_501);
    assertThat(items.size()).isZero();
  }

  @Test
  void whatIsLearnedOfAnItemThatIsNotKeptIsLostAndCounted() {
    AttachedEvent event = notKept(attached(0, "u", "item", 5));
    learn(event, 10);

    assertThat(items.open(event).values()).containsExactly(4);
    assertThat(close(START)).isEmpty();
    assertThat(items.size()).isZero();
    assertThat(items.unadmitted()).isEqualTo(1);
  }

  @Test
  void aViewThatIsThereServesAnItemThatIsNotKept() {
    learn(attached(0, "u", "a", 5), 10);
    AttachedEvent event = notKept(attached(1, "u", "a", 5));

    assertThat(items.open(event).values()).containsExactly(11);
    items.open(event).values()[0] += 10;
    assertThat(items.open(event).values()).containsExactly(11);
  }

  @Test
  void ofTooManyViewsThoseLeaveThatWereNotUsedForLongest() {
    for (String item : List.of("a", "b", "c")) {
      learn(attached(0, "u", item, 5), 10);
    }
    close(START);
    learn(attached(1, "u", "a", 5), 10);
    learn(attached(2, "u", "d", 5), 10);
    close(START + 1);

    assertThat(items.size()).isEqualTo(3);
    assertThat(items.open(attached(3, "u", "a", 5)).values()).containsExactly(21);
    assertThat(items.open(attached(4, "u", "b", 5)).values()).containsExactly(1);
  }

  @Test
  void peekingIsNoUse() {
    for (String item : List.of("a", "b", "c")) {
      learn(attached(0, "u", item, 5), 10);
    }
    close(START);
    learn(attached(1, "u", "d", 5), 10);

    assertThat(peek("a", Long.MIN_VALUE, null).values()).containsExactly(11);
    assertSame(peek("item", Long.MIN_VALUE, null), new Row(0, 0, new float[] {4}));
    Row published = new Row(9, 9, new float[] {50});
    assertSame(peek("other", START, published), published);
    close(START + 1);

    assertThat(items.size()).isEqualTo(3);
    assertThat(items.open(attached(3, "u", "a", 5)).values())
        .as("a was dropped")
        .containsExactly(1);
  }

  private Row peek(String item, long round, Row published) {
    return items.peek(item, candidate(request(0, "u", item), 0, round, published));
  }

  private void learn(AttachedEvent event, float change) {
    OpenRow item = items.open(event);
    item.values()[0] += change;
    item.learned(event.eventTime());
  }

  private List<ParameterDelta> close(long round) {
    List<ParameterDelta> deltas = new ArrayList<>();
    items.close(round, deltas::add);
    return deltas;
  }
}

package io.rivulet.domain;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemReplicaTest {
  private static final Row ROW = new Row(1, 1, new float[] {1});
  private static final Map<String, String> DRAMA = Map.of("genre", "Drama");

  @Test
  void valuesAndFactsAreKeptSideBySide() {
    ItemReplica replica = ItemReplica.UNKNOWN.after(value(100, ROW)).after(facts(5, DRAMA));

    assertSame(replica.row(), PackedRow.of(ROW));
    assertThat(replica.round()).isEqualTo(100);
    assertThat(replica.attributes()).isEqualTo(DRAMA);
    assertThat(replica.factsTime()).isEqualTo(5);
  }

  @Test
  void aValueThatIsNotNewerChangesNothing() {
    ItemReplica replica = ItemReplica.UNKNOWN.after(value(100, ROW));

    assertThat(replica.after(value(100, new Row(2, 2, new float[1])))).isSameAs(replica);
    assertThat(replica.after(value(99, new Row(2, 2, new float[1])))).isSameAs(replica);
  }

  @Test
  void olderFactsChangeNothingButACorrectionOfTheSameTimeDoes() {
    ItemReplica replica = ItemReplica.UNKNOWN.after(facts(5, DRAMA));

    assertThat(replica.after(facts(4, Map.of()))).isSameAs(replica);
    assertThat(replica.after(facts(5, Map.of())).attributes()).isEmpty();
  }

  @Test
  void aDroppedRowIsForgottenWhateverItsStamp() {
    ItemReplica replica =
        ItemReplica.UNKNOWN.after(value(100, ROW)).after(value(Long.MIN_VALUE, null));

    assertThat(replica.row()).isNull();
    assertThat(replica.round()).isEqualTo(100);
    assertThat(replica.isEmpty()).isTrue();
  }

  @Test
  void theFactsOfADroppedItemStay() {
    ItemReplica replica =
        ItemReplica.UNKNOWN.after(facts(5, DRAMA)).after(value(100, ROW)).after(value(200, null));

    assertThat(replica.attributes()).isEqualTo(DRAMA);
    assertThat(replica.isEmpty()).isFalse();
    assertThat(replica.after(value(200, ROW)).row()).as("what was sent before").isNull();
    assertSame(replica.after(value(201, ROW)).row(), PackedRow.of(ROW));
  }

  private static ItemChange value(long round, Row row) {
    return ItemChange.of(ParameterValue.of(Table.ITEM, "item", round, row));
  }

  private static ItemChange facts(long time, Map<String, String> attributes) {
    return ItemChange.of(new ItemFacts("item", attributes, new float[0], time));
  }
}

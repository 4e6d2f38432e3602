package io.rivulet.state;

import static io.rivulet.fixture.Records.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.domain.PackedRow;
import io.rivulet.domain.Row;
import io.rivulet.fixture.Sums;
import org.junit.jupiter.api.Test;

class ReplicaTest {
  private final Replica replica = new Replica(new Sums(1), new float[] {100}, Long.MIN_VALUE);

  @Test
  void theRoundsWorkIsTheDifferenceItMade() {
    work(1, 7);
    work(2, 5);

    assertSame(replica.close(10), new Row(2, 7, new float[] {3}));
    assertThat(replica.close(20)).isNull();
  }

  @Test
  void touchedButNotChangedIsNoWork() {
    replica.touch();

    assertThat(replica.close(10)).isNull();
  }

  @Test
  void ownWorkStaysUntilAPublishedValueHoldsIt() {
    work(1, 1);
    replica.close(10);
    work(2, 1);
    replica.close(20);
    work(4, 1);

    replica.receive(10, new float[] {1001});
    assertThat(replica.current()).containsExactly(1007);
    replica.receive(20, new float[] {2003});
    assertThat(replica.current()).containsExactly(2007);
    assertSame(replica.close(30), new Row(1, 1, new float[] {4}));
    replica.receive(30, new float[] {3007});
    assertThat(replica.current()).containsExactly(3007);
  }

  @Test
  void anOlderPublishIsIgnored() {
    replica.receive(20, new float[] {200});
    replica.receive(10, new float[] {111});
    replica.receive(20, new float[] {222});

    assertThat(replica.current()).containsExactly(200);
    assertThat(replica.stamp()).isEqualTo(20);
  }

  @Test
  void aSkippedPublishIsHeldByTheNext() {
    work(1, 1);
    replica.close(10);
    work(2, 1);
    replica.close(20);

    replica.receive(25, new float[] {103});

    assertThat(replica.current()).containsExactly(103);
  }

  @Test
  void whatIsPublishedStaysAsItWas() {
    float[] published = {500};

    replica.receive(10, published);
    work(1, 1);

    assertThat(published).containsExactly(500);
  }

  @Test
  void peekingIsAsIfAValueWereReceivedButItIsNot() {
    work(1, 1);
    replica.close(10);
    work(2, 1);
    replica.close(20);
    work(4, 1);

    assertSame(replica.peek(Long.MIN_VALUE, null), new Row(3, 0, new float[] {107}));
    assertSame(
        replica.peek(10, packed(9, 5, new float[] {1001})), new Row(11, 0, new float[] {1007}));
    assertSame(
        replica.peek(20, packed(9, 5, new float[] {2003})), new Row(10, 0, new float[] {2007}));
    assertThat(replica.current()).containsExactly(107);
    assertThat(replica.stamp()).isEqualTo(Long.MIN_VALUE);
    replica.receive(10, new float[] {1001});
    assertThat(replica.current()).containsExactly(1007);
  }

  @Test
  void peekingWithAnOlderValueFindsTheNewest() {
    replica.receive(20, new float[] {200});

    assertSame(replica.peek(10, packed(3, 5, new float[] {111})), new Row(3, 0, new float[] {200}));
    assertThat(replica.peek(Long.MIN_VALUE, null).count())
        .as("it was learned, though that was not known where it was asked")
        .isEqualTo(1);
  }

  private void work(float change, long eventTime) {
    replica.touch();
    replica.current()[0] += change;
    replica.learned(eventTime);
  }

  private static PackedRow packed(long count, long lastSeen, float[] values) {
    return PackedRow.of(new Row(count, lastSeen, values));
  }
}

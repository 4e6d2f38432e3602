package io.rivulet.learner.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.learner.layout.ArraySchema.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaChangeTest {
  private static final Axis OLD_COLUMNS = Axis.of(List.of("a", "b", "c"));
  private static final Axis NEW_COLUMNS = Axis.of(List.of("c", "d", "a"));

  @Test
  void theSameSchemaIsNoChange() {
    ArraySchema schema = schema(new Part("x", Shape.of(2)), new Part("y", Shape.of(OLD_COLUMNS)));
    SchemaChange change = SchemaChange.between(schema, schema, false);

    assertThat(change.isNone()).isTrue();
    assertThat(change.differences()).isEmpty();
    assertThat(change.apply(new float[] {1, 2, 3, 4, 5}, new float[5]))
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void segmentsAreFoundByTheirNames() {
    SchemaChange change =
        SchemaChange.between(
            schema(new Part("x", Shape.of(2)), new Part("y", Shape.of(1))),
            schema(new Part("y", Shape.of(1)), new Part("x", Shape.of(2))),
            false);

    assertThat(change.isNone()).isFalse();
    assertThat(change.differences()).isEmpty();
    assertThat(change.apply(new float[] {1, 2, 3}, new float[3])).containsExactly(3, 1, 2);
  }

  @Test
  void newSegmentsAreFreshAndOldOnesAreDropped() {
    SchemaChange change =
        SchemaChange.between(
            schema(new Part("gone", Shape.of(1)), new Part("kept", Shape.of(1))),
            schema(new Part("kept", Shape.of(1)), new Part("new", Shape.of(1))),
            false);

    assertThat(change.differences()).containsExactly("'new' is new", "'gone' is gone");
    assertThat(change.apply(new float[] {1, 2}, new float[] {8, 9})).containsExactly(2, 9);
  }

  @Test
  void partsWithoutANameAreDroppedAndNotMissed() {
    SchemaChange change =
        SchemaChange.between(
            schema(
                new Part("", Shape.of(1)),
                new Part("kept", Shape.of(1)),
                new Part("", Shape.of(2))),
            schema(new Part("kept", Shape.of(1))),
            false);

    assertThat(change.differences()).isEmpty();
    assertThat(change.apply(new float[] {1, 2, 3, 4}, new float[1])).containsExactly(2);
  }

  @Test
  void numbersOfAChangedShapeAreFoundByTheirNamesAlongEachAxis() {
    ArraySchema before = schema(new Part("x", Shape.of(OLD_COLUMNS, Axis.of(2))));
    ArraySchema after = schema(new Part("x", Shape.of(NEW_COLUMNS, Axis.of(3))));
    float[] old = {1, 2, 3, 4, 5, 6};
    float[] fresh = {-1, -2, -3, -4, -5, -6, -7, -8, -9};

    assertThat(SchemaChange.between(before, after, true).apply(old, fresh.clone()))
        .containsExactly(5, 6, -3, -4, -5, -6, 1, 2, -9);
    assertThat(SchemaChange.between(before, after, false).apply(old, fresh.clone()))
        .containsExactly(fresh);
    assertThat(SchemaChange.between(before, after, true).differences())
        .containsExactly("'x' was (a + b + c) x (2) and is (c + d + a) x (3)");
  }

  @Test
  void aShorterStretchKeepsItsFirstNumbers() {
    SchemaChange change =
        SchemaChange.between(
            schema(new Part("x", Shape.of(stretches(3, 2)))),
            schema(new Part("x", Shape.of(stretches(1, 3)))),
            true);

    assertThat(change.apply(new float[] {1, 2, 3, 4, 5}, new float[] {-1, -2, -3, -4}))
        .containsExactly(1, 4, 5, -4);
  }

  @Test
  void aSegmentWithMoreSidesIsAnotherOne() {
    SchemaChange change =
        SchemaChange.between(
            schema(new Part("x", Shape.of(4))),
            schema(new Part("x", Shape.of(Axis.of(2), Axis.of(2)))),
            true);

    assertThat(change.isNone()).isFalse();
    assertThat(change.apply(new float[] {1, 2, 3, 4}, new float[4])).containsOnly(0);
  }

  @Test
  void anArrayOfAnotherLengthIsRefused() {
    ArraySchema schema = schema(new Part("x", Shape.of(2)));
    SchemaChange change = SchemaChange.between(schema, schema, true);

    assertThatThrownBy(() -> change.apply(new float[3], new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 numbers to become 2, where the models have 2 and 2");
  }

  @Test
  void aNameOccursOnceInAnAxis() {
    List<String> twice = List.of("a", "a");

    assertThatThrownBy(() -> Axis.of(twice)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Axis stretches(int first, int second) {
    return new Axis(List.of(new Axis.Stretch("first", first), new Axis.Stretch("second", second)));
  }

  private static ArraySchema schema(Part... parts) {
    return new ArraySchema(List.of(parts));
  }
}

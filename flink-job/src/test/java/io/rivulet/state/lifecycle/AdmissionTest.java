package io.rivulet.state.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.fixture.FewKeyGroups;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final RowLimits THIRD = new RowLimits(3, 4_000, 0, 0);

  private final Admission admission = new Admission(THIRD, new FewKeyGroups(4, 0, 3));

  @Test
  void anIdIsAdmittedWithItsNthExample() {
    assertThat(List.of(admits("a"), admits("a"), admits("b"), admits("a"), admits("b")))
        .containsExactly(false, false, false, true, false);
  }

  @Test
  void withoutAThresholdEveryIdIsAdmittedAndNothingIsRemembered() {
    Admission open = new Admission(RowLimits.NONE, FewKeyGroups.ONE);

    assertThat(open.admits("a")).isTrue();
    assertThat(open.snapshot()).isEmpty();
  }

  @Test
  void eachPartGoesOnWithItsOwnKeyGroupsWhenTheTableIsDividedAnew() {
    admits("a");
    admits("a");
    admits("d");
    List<KeyGroupSketch> snapshot = admission.snapshot();

    Admission first = new Admission(THIRD, new FewKeyGroups(4, 0, 1));
    Admission second = new Admission(THIRD, new FewKeyGroups(4, 2, 3));
    first.restore(snapshot);
    second.restore(snapshot);

    assertThat(first.snapshot()).extracting(KeyGroupSketch::keyGroup).containsExactly(0);
    assertThat(second.snapshot()).extracting(KeyGroupSketch::keyGroup).containsExactly(3);
    assertThat(first.admits("a")).isTrue();
    assertThat(second.admits("d")).isFalse();
    assertThat(second.admits("d")).isTrue();
  }

  @Test
  void restoringAfterEveryExampleChangesNothing() {
    List<Boolean> undisturbed = new ArrayList<>();
    List<Boolean> restored = new ArrayList<>();
    Admission current = new Admission(THIRD, new FewKeyGroups(4, 0, 3));
    for (int i = 0; i < 3_000; i++) {
      String id = "abcd".charAt(i % 4) + "-" + i * i % 700;
      undisturbed.add(admits(id));
      restored.add(current.admits(id));
      if (i % 100 == 0) {
        List<KeyGroupSketch> snapshot = current.snapshot();
        current = new Admission(THIRD, new FewKeyGroups(4, 0, 3));
        current.restore(snapshot);
      }
    }

    assertThat(restored).isEqualTo(undisturbed).contains(true, false);
  }

  @Test
  void countsOfAnotherWindowAreNotTaken() {
    admits("a");
    admits("a");

    Admission wider = new Admission(new RowLimits(3, 40_000, 0, 0), new FewKeyGroups(4, 0, 3));
    wider.restore(admission.snapshot());

    assertThat(wider.admits("a")).isFalse();
  }

  private boolean admits(String id) {
    return admission.admits(id);
  }
}

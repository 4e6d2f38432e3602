package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.config.RivuletConfig;
import io.rivulet.examples.ExampleConfig;
import io.rivulet.examples.ExampleSource;
import io.rivulet.learner.data.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingReaderTest {
  private final List<String> messages = new ArrayList<>();

  @Test
  void joinsEventsWithTheCatalogAndAsksTheTruth() throws IOException {
    Recording recording = read("ecommerce", 300, ExampleConfig.read("", null, "ecommerce"));

    assertThat(recording.name()).isEqualTo("ecommerce");
    assertThat(recording.events()).hasSize(300);
    Event first = recording.events().get(0);
    assertThat(first.attributes()).containsKey("category");
    assertThat(first.context()).containsKey("device");
    assertThat(first.numbers()).containsKey("price");
    assertThat(first.content()).hasSize(16);
    assertThat(recording.best("click", Figure.AUC)).isBetween(0.6, 1.0);
    assertThat(recording.best("category", Figure.ACCURACY)).isEqualTo(1);
    assertThat(recording.best("click", Figure.RMSE)).isNaN();
    assertThat(recording.best("nothing", Figure.AUC)).isNaN();
    assertThat(messages).isEmpty();
  }

  @Test
  void leavesOutActionsThatTheConfigurationDoesNotKnow() {
    Recording recording =
        read("ecommerce", 300, config("positive: [click]", "negative: [impression]"));

    assertThat(recording.events()).isNotEmpty().hasSizeLessThan(300);
    assertThat(messages)
        .containsExactly(
            300
                - recording.events().size()
                + " events left out, whose action is not one of [click, impression]");
  }

  @Test
  void aTaskWithoutAnyLabelIsAnError() {
    RivuletConfig other = config("positive: [like]", "negative: [skip]");
    assertThatThrownBy(() -> read("ecommerce", 300, other))
        .hasMessageStartingWith("compare.config: found 'task yes'; use tasks that have labels in")
        .hasMessageContaining("impression");
  }

  private Recording read(String scenario, long count, RivuletConfig config) {
    return new RecordingReader(config, messages::add)
        .read(ExampleSource.simulated(scenario, 1), count);
  }

  private static RivuletConfig config(String positive, String negative) {
    String text =
        "learner: {tasks: [{name: yes, type: binary, label: {%s, %s}}]}"
            .formatted(positive, negative);
    return RivuletConfig.parse("test", text, variable -> null);
  }
}

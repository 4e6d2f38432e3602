package io.rivulet.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rivulet.schema.UserEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the public data sets where they are at hand: {@code -Drivulet.data=FOLDER}. */
class PublicDataTest {
  private static final Path DATA = Path.of(System.getProperty("rivulet.data", "../../shared/data"));

  @Test
  void movieLens100K() throws IOException {
    List<String> messages = new ArrayList<>();
    DataSet dataSet = DataSet.read(folder("ml-100k"), messages::add);
    List<UserEvent> events = Folder.events(dataSet);

    assertThat(messages).isEmpty();
    assertThat(events).hasSize(100_000);
    assertThat(events.stream().map(UserEvent::getUserId).distinct()).hasSize(943);
    assertThat(Folder.catalog(dataSet)).hasSize(1_682);
    assertThat(events).allMatch(event -> event.getContext().size() == 3);
    assertThat(events.get(0).getUserId()).isEqualTo("259");
    assertThat(events.get(0).getItemId()).isEqualTo("255");
    assertThat(events.get(99_999).getEventId()).isEqualTo("ml-100k-000099999");
  }

  @Test
  void movieTweetings() throws IOException {
    List<String> messages = new ArrayList<>();
    DataSet dataSet = DataSet.read(folder("movietweetings-100k"), messages::add);

    assertThat(messages).isEmpty();
    assertThat(dataSet.size()).hasValue(100_000);
    assertThat(Folder.catalog(dataSet)).hasSize(10_506);
    assertThat(Folder.catalog(dataSet).get(0).getAttributes())
        .containsEntry("title", "Fantômas - À l'ombre de la guillotine (1913)")
        .containsEntry("genre", "Crime");
  }

  private static Path folder(String name) {
    Path folder = DATA.resolve(name);
    assumeTrue(
        Files.isDirectory(folder), "skipped: " + name + " is not at hand (-Drivulet.data=FOLDER)");
    return folder;
  }
}

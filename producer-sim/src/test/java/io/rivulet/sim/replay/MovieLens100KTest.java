package io.rivulet.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieLens100KTest {
  private static final String DRAMA_WAR = "0|0|0|0|0|0|0|0|1|0|0|0|0|0|0|0|0|1|0";
  private static final String NO_GENRE = "0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0";

  private @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void writeFiles() throws IOException {
    folder =
        new Folder(path)
            .with("u.data", "10\t2\t3\t100", "9\t2\t4\t100", "9\t1\t5\t100", "2\t1\t1\t99")
            .with("u.user", "2|7|M|student|1", "9|24|F|technician|85711", "10|53|F|other|94043")
            .with(
                StandardCharsets.ISO_8859_1,
                "u.item",
                "1|Caché (2005)|01-Jan-1995||http://a|" + DRAMA_WAR,
                "2|unknown||||" + NO_GENRE);
  }

  @Test
  void ratingsComeInTheOrderOfTimeUserItem() throws IOException {
    DataSet dataSet = folder.read();
    String name = path.getFileName().toString();

    assertThat(dataSet.size()).hasValue(4);
    assertThat(Folder.events(dataSet))
        .extracting(UserEvent::getUserId, UserEvent::getItemId, UserEvent::getValue)
        .containsExactly(
            tuple("2", "1", 1.0),
            tuple("9", "1", 5.0),
            tuple("9", "2", 4.0),
            tuple("10", "2", 3.0));
    assertThat(Folder.events(dataSet))
        .extracting(UserEvent::getEventId)
        .containsExactly(
            name + "-000000000", name + "-000000001", name + "-000000002", name + "-000000003");
    assertThat(folder.messages()).isEmpty();
  }

  @Test
  void eventsCarryWhatIsKnownOfTheUser() throws IOException {
    UserEvent event = Folder.events(folder.read()).get(1);

    assertThat(event.getAction()).isEqualTo("rate");
    assertThat(event.getEventTime()).isEqualTo(Instant.ofEpochSecond(100));
    assertThat(event.getContext())
        .isEqualTo(Map.of("age", "20-29", "gender", "F", "occupation", "technician"));
  }

  @Test
  void itemsCarryTitleYearAndGenres() throws IOException {
    List<ItemUpdate> items = Folder.catalog(folder.read());

    assertThat(items)
        .extracting(ItemUpdate::getAttributes)
        .containsExactly(
            Map.of(
                "title", "Caché (2005)", "year", "2005", "genre", "Drama", "genres", "Drama|War"),
            Map.of("title", "unknown"));
    assertThat(items).extracting(ItemUpdate::getItemId).containsExactly("1", "2");
    assertThat(items.get(0).getUpdateTime()).isEqualTo(Instant.ofEpochSecond(99));
  }

  @Test
  void malformedLinesAreReportedWithFileAndNumberAndLeftOut() throws IOException {
    folder
        .with("u.data", "1\t1\t5\t100", "1 1 5 100", "1\t1\tNaN\t100", "\t1\t5\t100", "1\t1\t5\t-1")
        .with("u.user", "1|old|M|student|1", "2|30|M|student|1", "2|31|M|student|1")
        .with(
            "u.item", "1|A (1990)||||" + NO_GENRE.replace("0|0|0", "0|2|0"), "2|B||||" + NO_GENRE);
    DataSet dataSet = folder.read();

    assertThat(Folder.events(dataSet)).hasSize(1);
    assertThat(dataSet.malformedLines()).isEqualTo(7);
    assertThat(folder.messages())
        .hasSize(7)
        .anyMatch(line -> line.startsWith("u.item:1: line left out: flag of genre Action is '2'"))
        .anyMatch(line -> line.startsWith("u.user:1: line left out: age 'old' is not"))
        .anyMatch(line -> line.startsWith("u.user:3: line left out: id 2 occurs twice"))
        .contains(
            "u.data:2: line left out: 1 fields instead of 4 (user, item, rating, timestamp);"
                + " found '1 1 5 100'")
        .anyMatch(line -> line.startsWith("u.data:3: line left out: rating 'NaN' is not a finite"))
        .anyMatch(line -> line.startsWith("u.data:4: line left out: user must have 1 to 256"))
        .anyMatch(line -> line.startsWith("u.data:5: line left out: timestamp '-1' is not"));
    assertThat(dataSet.summary()).contains("1 ratings").contains("7 malformed lines");
  }

  @Test
  void aMissingFileOrAFileWithoutAValidLineIsAnError() throws IOException {
    folder.with("u.data", "nonsense");
    assertThatThrownBy(folder::read)
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("u.data: no valid line among 1");

    Files.delete(path.resolve("u.user"));
    assertThatThrownBy(folder::read)
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("u.user is missing");
  }
}

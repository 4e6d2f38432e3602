package io.rivulet.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoubleColonsTest {
  private @TempDir Path path;

  @Test
  void readsMovieTweetings() throws IOException {
    DataSet dataSet =
        new Folder(path)
            .with("ratings.dat", "1::0104257::8::1364690142", "2::0104257::7.5::1364690141")
            .with("movies.dat", "0104257::Amélie (2001)::Comedy|Romance", "0000001::B (1990)::")
            .with("users.dat", "1::177651718", "2::45974002")
            .read();

    assertThat(Folder.events(dataSet))
        .extracting(UserEvent::getItemId)
        .containsExactly("0104257", "0104257");
    assertThat(Folder.events(dataSet)).extracting(UserEvent::getValue).containsExactly(7.5, 8.0);
    assertThat(Folder.events(dataSet).get(0).getContext()).isEmpty();
    assertThat(Folder.catalog(dataSet))
        .extracting(ItemUpdate::getAttributes)
        .containsExactly(
            Map.of(
                "title", "Amélie (2001)",
                "year", "2001",
                "genre", "Comedy",
                "genres", "Comedy|Romance"),
            Map.of("title", "B (1990)", "year", "1990"));
  }

  @Test
  void readsMovieLens1MWithItsCodesAndItsEncoding() throws IOException {
    DataSet dataSet =
        new Folder(path)
            .with("ratings.dat", "1::1193::5::978300760")
            .with(StandardCharsets.ISO_8859_1, "movies.dat", "1193::Misérables, Les (1995)::Drama")
            .with("users.dat", "1::F::1::10::48067")
            .read();

    assertThat(Folder.catalog(dataSet).get(0).getAttributes())
        .containsEntry("title", "Misérables, Les (1995)");
    assertThat(Folder.events(dataSet).get(0).getContext())
        .isEqualTo(Map.of("age", "under-18", "gender", "F", "occupation", "pupil"));
  }

  @Test
  void reportsMalformedLinesAndUnknownItems() throws IOException {
    Folder folder =
        new Folder(path)
            .with("ratings.dat", "1::5::4::100", "1::5::4", "1::6::x::100")
            .with("movies.dat", "7::A::Drama", "8:A:Drama")
            .with("users.dat", "1::F::99::10::1", "2::F::25::21::1", "3::F::25::1::1");
    DataSet dataSet = folder.read();

    assertThat(folder.messages())
        .hasSize(5)
        .anyMatch(line -> line.startsWith("ratings.dat:2: line left out: 3 fields instead of 4"))
        .anyMatch(line -> line.startsWith("ratings.dat:3: line left out: rating 'x'"))
        .anyMatch(line -> line.startsWith("movies.dat:2: line left out: 1 fields instead of 3"))
        .anyMatch(line -> line.startsWith("users.dat:1: line left out: age code '99'"))
        .anyMatch(line -> line.startsWith("users.dat:2: line left out: occupation code '21'"));
    assertThat(dataSet.summary()).contains("1 rated items without facts");
  }
}

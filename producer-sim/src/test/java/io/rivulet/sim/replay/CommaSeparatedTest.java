package io.rivulet.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.schema.UserEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommaSeparatedTest {
  private static final String RATINGS_HEADER = "userId,movieId,rating,timestamp";
  private static final String MOVIES_HEADER = "movieId,title,genres";

  private @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void writeFiles() throws IOException {
    folder =
        new Folder(path)
            .with("ratings.csv", RATINGS_HEADER, "1,11,4.5,964982703", "1,2,3.0,964982703")
            .with(
                "movies.csv",
                "\ufeff" + MOVIES_HEADER,
                "11,\"American President, The (1995)\",Comedy|Drama",
                "2,\"\"\"Great\"\" Caché (2005)\",(no genres listed)",
                "3,\"Not closed,Drama");
  }

  @Test
  void readsRatingsInOrder() throws IOException {
    assertThat(Folder.events(folder.read()))
        .extracting(UserEvent::getItemId)
        .containsExactly("2", "11");
    assertThat(Folder.events(folder.read()).get(1).getValue()).isEqualTo(4.5);
  }

  @Test
  void readsQuotedTitles() throws IOException {
    var items = Folder.catalog(folder.read());

    assertThat(items.get(0).getAttributes())
        .containsEntry("title", "American President, The (1995)")
        .containsEntry("genre", "Comedy");
    assertThat(items.get(1).getAttributes())
        .containsEntry("title", "\"Great\" Caché (2005)")
        .doesNotContainKey("genre");
    assertThat(folder.messages())
        .containsExactly(
            "movies.csv:4: line left out: a quote is not closed; found '3,\"Not closed,Drama'");
  }

  @Test
  void namesTenMalformedLinesAndCountsTheRest() throws IOException {
    String[] lines = new String[30];
    Arrays.fill(lines, "1,2,3");
    lines[0] = RATINGS_HEADER;
    lines[1] = "1,2,3,4";
    DataSet dataSet = folder.with("ratings.csv", lines).read();

    assertThat(dataSet.malformedLines()).isEqualTo(29);
    assertThat(folder.messages())
        .hasSize(11)
        .last()
        .isEqualTo("29 malformed lines left out in all; the first 10 are listed above");
  }

  @Test
  void anotherHeaderIsAnError() throws IOException {
    folder.with("ratings.csv", "user,movie,stars", "1,2,3");

    assertThatThrownBy(folder::read)
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("ratings.csv:1: found 'user,movie,stars'; expected the header");
  }

  @Test
  void aFolderOfNoKnownFormatIsAnErrorThatNamesWhatWasLookedFor() {
    assertThatThrownBy(() -> DataSet.read(path.resolve("nowhere"), folder.messages()::add))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("nowhere is not a folder")
        .hasMessageContaining("u.data and u.item (MovieLens 100K)")
        .hasMessageContaining("ratings.dat and movies.dat")
        .hasMessageContaining("ratings.csv and movies.csv");
  }
}

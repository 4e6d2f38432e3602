package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.config.RivuletConfig;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.RowCounts;
import io.rivulet.fixture.SavedRow;
import io.rivulet.fixture.ScoreLog;
import io.rivulet.fixture.SmallWorld;
import io.rivulet.schema.UserEvent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Savepoints that earlier versions made are restored by this one. They are committed, one folder
 * each. Once a version is released its savepoint never changes; until then a change of what the
 * model's numbers are makes it anew. To make one, named v2:
 *
 * <pre>
 * mvn -pl schemas,flink-job,producer-sim verify -Djob-jar.skip -Dtest=None
 *     -Dit.test=SavepointCompatibilityIT -Dsurefire.failIfNoSpecifiedTests=false
 *     -Dfailsafe.failIfNoSpecifiedTests=false -Drivulet.savepoint=v2
 * </pre>
 */
final class SavepointCompatibilityIT {
  private static final Path SAVEPOINTS = Path.of("src/test/resources/io/rivulet/savepoints");
  private static final int PARALLELISM = 2;
  private static final SmallWorld LEARNED = SmallWorld.first(5_000);
  private static final SmallWorld MORE = LEARNED.next(1_000);

  /** Of so many of the events that follow the predictions are compared. */
  private static final int COMPARED = 200;

  /**
   * Mean difference of predictions, as a share of how far they lie apart: the same model's vary
   * with what happens to come together in the two learners, by a quarter to a third as it was seen.
   * Those of a new model differ by 1.4 times as much as they lie apart.
   */
  private static final double TOLERANCE = 0.5;

  /** Makes the savepoint that is asked for. */
  @BeforeAll
  static void make(@TempDir Path temporary) throws Exception {
    String version = System.getProperty("rivulet.savepoint", "");
    if (version.isEmpty()) {
      return;
    }
    Path folder = Files.createDirectory(SAVEPOINTS.resolve(version));
    try (EndToEnd run = EndToEnd.prepare(config(), PARALLELISM, temporary)) {
      run.startJob();
      run.sendCatalog(LEARNED);
      send(run, LEARNED);
      Path made = Path.of(URI.create(run.stopJob()));
      try (Stream<Path> files = Files.list(made)) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(file.getFileName()));
        }
      }
      Files.writeString(folder.resolve("rows.txt"), rows(folder));
      run.restoreJob(made.toUri().toString());
      Files.write(
          folder.resolve("predictions.txt"),
          send(run, MORE).stream().map(prediction -> Double.toString(prediction)).toList());
    }
  }

  static List<Path> savepoints() throws IOException {
    try (Stream<Path> folders = Files.list(SAVEPOINTS)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("savepoints")
  void rowsAreReadAsTheyWereWritten(Path savepoint) throws Exception {
    assertThat(rows(savepoint)).isEqualTo(Files.readString(savepoint.resolve("rows.txt")));
  }

  @ParameterizedTest
  @MethodSource("savepoints")
  void learningGoesOnWhereItStood(Path savepoint, @TempDir Path temporary) throws Exception {
    List<Double> expected =
        Files.readAllLines(savepoint.resolve("predictions.txt")).stream()
            .map(Double::valueOf)
            .toList();
    String saved;
    try (EndToEnd run = EndToEnd.prepare(config(), PARALLELISM, temporary)) {
      run.fillCatalog(LEARNED);
      run.sendEvents(LEARNED);
      run.restoreJob(savepoint.toUri().toString());

      double difference = meanDifference(send(run, MORE), expected);
      assertThat(difference).isLessThan(TOLERANCE * spread(expected));
      saved = run.cluster().drain();
    }
    long all = LEARNED.count() + MORE.count();
    assertThat(RowCounts.of(saved)).isEqualTo(new RowCounts(all, all, all));
  }

  /** Sends events, waits until all are learned, and returns the first predictions. */
  private static List<Double> send(EndToEnd run, SmallWorld world) throws Exception {
    try (ScoreLog scores = new ScoreLog(run.bootstrapServers(), "scores")) {
      List<String> sent = run.sendEvents(world).stream().map(UserEvent::getEventId).toList();
      run.await("all events are scored", () -> scores.events().containsAll(sent));
      return sent.stream().limit(COMPARED).map(scores::prediction).toList();
    }
  }

  private static double meanDifference(List<Double> found, List<Double> expected) {
    return IntStream.range(0, COMPARED)
        .mapToDouble(i -> Math.abs(found.get(i) - expected.get(i)))
        .average()
        .orElseThrow();
  }

  /** Mean difference from the mean. */
  private static double spread(List<Double> predictions) {
    double mean = predictions.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return meanDifference(predictions, Collections.nCopies(predictions.size(), mean));
  }

  private static RivuletConfig config() {
    return RivuletConfig.read(SAVEPOINTS.resolve("rivulet.yaml"));
  }

  /** How many rows and examples there are, and a checksum of all that is in the rows. */
  private static String rows(Path savepoint) throws Exception {
    List<SavedRow> rows = new ArrayList<>(SavedRow.all(savepoint.toUri().toString()));
    rows.sort(Comparator.comparing(SavedRow::table).thenComparing(SavedRow::id));
    StringBuilder text = new StringBuilder();
    for (Table table : Table.values()) {
      List<SavedRow> found = rows.stream().filter(row -> row.table() == table).toList();
      CRC32 checksum = new CRC32();
      found.forEach(row -> checksum.update(bytes(row)));
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %d rows, %d examples, checksum %08x%n",
              table.label(),
              found.size(),
              found.stream().mapToLong(row -> row.row().count()).sum(),
              checksum.getValue()));
    }
    return text.toString();
  }

  private static byte[] bytes(SavedRow saved) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Row row = saved.row();
      out.writeUTF(saved.id());
      out.writeLong(row.count());
      out.writeLong(row.lastSeen());
      for (float value : row.values()) {
        out.writeFloat(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

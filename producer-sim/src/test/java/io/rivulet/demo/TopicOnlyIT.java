package io.rivulet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rivulet.cli.RivuletCommands;
import io.rivulet.config.RivuletConfig;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.fixture.CommittedTopic;
import io.rivulet.fixture.SmallWorld;
import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.reader.ModelReader;
import io.rivulet.reader.ReaderSettings;
import io.rivulet.schema.Score;
import io.rivulet.schema.TaskScore;
import io.rivulet.schema.UserEvent;
import io.rivulet.sim.sink.KafkaTarget;
import io.rivulet.snapshot.ItemScore;
import io.rivulet.snapshot.MemoryModelStore;
import io.rivulet.snapshot.ModelDefinition;
import io.rivulet.snapshot.ModelFollower;
import io.rivulet.snapshot.ModelStore;
import io.rivulet.snapshot.ScoreQuery;
import io.rivulet.snapshot.Scores;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the topic alone, a reader and another job score as the job does that wrote it. */
final class TopicOnlyIT {
  private static final int EVENTS = 3_000;
  private static final int PROBES = 300;
  private static final float TOLERANCE = 1e-5f;

  @TempDir private Path folder;

  @Test
  void readersAndAnotherJobScoreAsTheJobThatWroteTheTopic() throws Exception {
    SmallWorld world = SmallWorld.first(EVENTS);
    Map<String, Score> scores = new ConcurrentHashMap<>();
    try (EndToEnd run = EndToEnd.prepare(config("none"), 1, folder)) {
      run.startJob();
      try (TopicTail<Score> tail =
          new TopicTail<>(
              run.bootstrapServers(),
              "scores",
              Score.class,
              score -> scores.put(score.getEventId(), score))) {
        run.sendCatalog(world);
        run.sendEvents(world);
        run.await("all events are scored", () -> scores.size() >= EVENTS);
        awaitAllEvents(run);
        List<UserEvent> probes = run.sendEvents(new Probes(world.next(PROBES), "a-"));
        run.await("all probes are scored", () -> scores.size() >= EVENTS + PROBES);
        compareReaders(run, probes, scores);
        run.stopJob();

        Map<String, List<Object>> written = rows(run);
        startFromTheTopic(run, world, scores);
        for (int i = 0; i < PROBES; i++) {
          compare(scores.get("b-" + i), scores.get("a-" + i));
        }
        assertThat(rows(run)).isEqualTo(written);
        tail.check();
        command(run);
      }
    }
  }

  /** What people see of the versions, and how they go back to one. */
  private void command(EndToEnd run) {
    List<String> versions = command(run, "versions").lines().toList();
    assertThat(versions).hasSizeGreaterThan(2);
    assertThat(versions.get(versions.size() - 1)).contains("\"current\":true");
    assertThat(command(run, "manifest")).contains("\"specification\":\"embedding:");
    assertThat(command(run, "rows", "--table", "dense")).startsWith("{\"id\":\"champion\"");
    Path file = folder.resolve("model.onnx");
    assertThat(command(run, "export-onnx", file.toString())).contains("model.onnx");
    assertThat(file).isNotEmptyFile();
    assertThat(command(run, "score", "--user", "nobody", "--item", "nothing"))
        .contains("\"coldUser\":true", "\"click\":");
    assertThat(command(run, "tail", "--from-start", "--count", "1")).contains("\"eventId\"");
    assertThat(command(run, "rollback", "--reason", "test")).contains("\"current\":");
    List<String> after = command(run, "versions").lines().toList();
    assertThat(after.get(after.size() - 2)).contains("\"current\":true");
    assertThat(command(run, "current", "newest")).contains("\"current\":\"newest\"");
    assertThat(run(run, new StringWriter(), "manifest", "--model-version", "987654")).isEqualTo(1);
  }

  private static String command(EndToEnd run, String... words) {
    StringWriter out = new StringWriter();
    assertThat(run(run, out, words)).as("%s: %s", List.of(words), out).isZero();
    return out.toString();
  }

  private static int run(EndToEnd run, StringWriter out, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--json", "--bootstrap-servers", run.bootstrapServers()));
    PrintWriter printed = new PrintWriter(out, true);
    return RivuletCommands.commandLine()
        .setOut(printed)
        .setErr(printed)
        .execute(all.toArray(String[]::new));
  }

  /** Another job, of two learners, that has neither the state nor the name of the first. */
  private void startFromTheTopic(EndToEnd first, SmallWorld world, Map<String, Score> scores)
      throws Exception {
    RivuletConfig config =
        DemoConfig.local(config("newest"), first.bootstrapServers(), 2, folder.resolve("other"));
    try (EndToEnd run =
        EndToEnd.start(config, KafkaTarget.of(first.bootstrapServers()), folder.resolve("b"))) {
      new CatalogGate(run.cluster(), config.kafka()).await();
      run.sendEvents(new Probes(world.next(PROBES), "b-"));
      run.await("all probes are scored", () -> scores.size() >= EVENTS + 2 * PROBES);
      run.stopJob();
    }
  }

  private static void awaitAllEvents(EndToEnd run) throws Exception {
    try (ModelReader reader = ModelReader.open(ReaderSettings.of(run.bootstrapServers()))) {
      run.await("the version with all events", () -> holdsAllEvents(reader));
    }
  }

  private static boolean holdsAllEvents(ModelReader reader) {
    long events =
        reader.version() == 0
            ? 0
            : reader.manifest().getSourceOffsets().entrySet().stream()
                .filter(offset -> offset.getKey().startsWith("user-events-"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    return events >= EVENTS;
  }

  private void compareReaders(EndToEnd run, List<UserEvent> probes, Map<String, Score> scores)
      throws Exception {
    ReaderSettings memory = ReaderSettings.of(run.bootstrapServers());
    ReaderSettings rocks =
        new ReaderSettings(
            memory.kafka(),
            memory.snapshotsTopic(),
            memory.catalogTopic(),
            memory.arm(),
            folder.resolve("reader"));
    for (ReaderSettings settings : List.of(memory, rocks)) {
      try (ModelReader reader = ModelReader.open(settings)) {
        assertThat(holdsAllEvents(reader)).isTrue();
        assertThat(reader.problem()).isNull();
        for (UserEvent probe : probes) {
          Scores found =
              reader.predict(
                  new ScoreQuery(
                      probe.getUserId(),
                      List.of(probe.getItemId()),
                      probe.getContext(),
                      probe.getFeatures()));
          compare(
              found.items().get(0), scores.get(probe.getEventId()), reader.manifest().toString());
        }
        Scores strangers = reader.predict("nobody", List.of("nothing"), Map.of());
        assertThat(strangers.cold()).isTrue();
        assertThat(strangers.items().get(0).cold()).isTrue();
        assertThat(strangers.items().get(0).score()).isBetween(0f, 1f);
      }
    }
  }

  private static void compare(ItemScore found, Score score, String manifest) {
    assertThat(found.score())
        .as("%s of %s in %s", found.tasks().keySet(), score, manifest)
        .isCloseTo(score.getFused(), within(TOLERANCE));
    for (TaskScore task : score.getTasks()) {
      float[] prediction = found.tasks().get(task.getTask());
      assertThat(prediction).hasSize(task.getPrediction().size());
      assertThat(prediction[0])
          .isCloseTo(task.getPrediction().get(0), within(tolerance(task.getTask())));
    }
  }

  private static void compare(Score found, Score expected) {
    assertThat(found.getUserId()).isEqualTo(expected.getUserId());
    assertThat(found.getFused()).isCloseTo(expected.getFused(), within(TOLERANCE));
    for (int task = 0; task < found.getTasks().size(); task++) {
      TaskScore other = expected.getTasks().get(task);
      assertThat(found.getTasks().get(task).getPrediction().get(0))
          .isCloseTo(other.getPrediction().get(0), within(tolerance(other.getTask())));
    }
  }

  /** A regression is in its own unit: seconds up to 600. */
  private static float tolerance(String task) {
    return task.equals("watch") ? TOLERANCE * 600 : TOLERANCE;
  }

  /** All rows of the newest version, with their counts, times and numbers. */
  private static Map<String, List<Object>> rows(EndToEnd run) throws Exception {
    CommittedTopic.await(run.bootstrapServers(), "model-snapshots");
    MemoryModelStore store = new MemoryModelStore();
    List<ModelDefinition> models = new ArrayList<>();
    try (KafkaSnapshotTopic topic =
        new KafkaSnapshotTopic(
            "model-snapshots", Map.of("bootstrap.servers", run.bootstrapServers()))) {
      new ModelFollower(
              "champion",
              store,
              topic,
              Long.MAX_VALUE,
              new ModelFollower.Listener() {
                @Override
                public void switched(ModelStore.Head head, ModelDefinition model) {
                  models.add(model);
                }

                @Override
                public void refused(String message) {
                  throw new AssertionError(message);
                }
              })
          .poll();
    }
    Map<String, List<Object>> rows = new TreeMap<>();
    try (ModelStore.View view = store.view()) {
      for (Table table : Table.values()) {
        view.forEach(
            table,
            (id, stored) -> {
              Row row = models.get(0).row(table, id, stored);
              List<Object> all = new ArrayList<>(List.of(row.count(), row.lastSeen()));
              for (float value : row.values()) {
                all.add(value);
              }
              rows.put(table.label() + ":" + id, all);
            });
      }
    }
    assertThat(rows).hasSizeGreaterThan(100);
    return rows;
  }

  /** The example without the task that takes any event for a label. */
  private static RivuletConfig config(String warmStart) throws Exception {
    String example = Files.readString(Path.of("../docs/examples/video.yaml"));
    int tag = example.indexOf("    - name: tag");
    int features = example.indexOf("  categorical:");
    assertThat(tag).isPositive();
    String text =
        example.substring(0, tag)
            + example
                .substring(features)
                .replace(
                    "  categorical:\n",
                    "  categorical:\n    - {from: item.tag, buckets: 32, dimension: 4}\n");
    return RivuletConfig.parse(
        "video.yaml",
        // A group of its own: by it CatalogGate sees what the job itself has read.
        text.replace("kafka:\n", "kafka:\n  group: from-" + warmStart + "\n")
            + "\ninput: {otherActions: ["
            + Probes.ACTION
            + "]}\nsnapshots: {warmStart: "
            + warmStart
            + "}\n",
        name -> null);
  }
}

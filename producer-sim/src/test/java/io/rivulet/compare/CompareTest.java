package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter messages = new StringWriter();

  @Test
  void printsATableAndLeavesFiles() throws IOException {
    int code =
        run(
            "--scenario=ecommerce --events=600 --architectures=mmoe --weightings=equal,famo"
                + " --seeds=2 --keep=purchase=0.5 --scale=cart=10 --statistics=false --threads=2");

    assertThat(messages.toString()).contains("6 of 6 runs").contains("mmoe, famo, seed 2: click");
    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .contains("ecommerce", "- mean ± sd of 2 seeds", "- running statistics off")
        .contains("- cart: loss × 10")
        .contains("- purchase: learned from 50 % of its labels, tested on all")
        .anyMatch(line -> line.matches("\\| single-task +\\| equal +\\| +0\\.\\d{4} ± .*"))
        .anyMatch(line -> line.matches("\\| mmoe +\\| famo +\\| .*[+-]0\\.\\d{4}.*"))
        .anyMatch(line -> line.startsWith("| best reachable"));
    assertThat(Files.readString(folder.resolve("comparison.md"))).isEqualTo(out.toString());
    assertThat(Files.readAllLines(folder.resolve("comparison.csv"))).hasSize(1 + 3 * 4 + 4);
    assertThat(ImageIO.read(folder.resolve("comparison.png").toFile()).getHeight())
        .isGreaterThan(100);
  }

  @Test
  void findsTheSameWhateverTheThreads() throws IOException {
    String command = "--scenario=music --events=300 --weightings=equal --seeds=3 --threads=";
    assertThat(run(command + 1)).isZero();
    String alone = Files.readString(folder.resolve("comparison.csv"));
    assertThat(run(command + 3)).isZero();
    assertThat(Files.readString(folder.resolve("comparison.csv"))).isEqualTo(alone);
  }

  @Test
  void replaysADataSet() throws IOException {
    Path data = Files.createDirectory(folder.resolve("tweetings"));
    Files.writeString(data.resolve("movies.dat"), "7::A (1990)::Drama\n8::B (1991)::War\n");
    List<String> ratings = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ratings.add("u%d::%d::%d::%d".formatted(i % 7, 7 + i % 2, i % 11, i));
    }
    Files.write(data.resolve("ratings.dat"), ratings);

    assertThat(run("--weightings=equal --seeds=1 --data=" + data)).isZero();
    assertThat(messages.toString()).contains("60 ratings, 7 users, 2 items");
    assertThat(out.toString())
        .contains("configuration: docs/examples/movietweetings.yaml")
        .contains("| rating rmse |")
        .contains("One seed: no standard deviation")
        .doesNotContain("best reachable");
  }

  @Test
  void wrongOptionsEndWithTwoAndSayWhatWouldDo() {
    refused("--seeds=2", "compare.data: found ''; use either the folder of a data set, or");
    refused("--scenario=radio", "scenario: found 'radio'; use one of ecommerce, social");
    refused("--scenario=music --data=x", "compare.data: found 'x'; use either");
    refused("--scenario=music --events=0", "compare.events: found '0'; use a whole number");
    refused("--scenario=music --seeds=0", "compare.seeds: found '0'; use a whole number");
    refused("--scenario=music --batch=0", "compare.batch: found '0'; use a whole number");
    refused("--scenario=music --threads=-1", "compare.threads: found '-1'; use a whole number");
    refused("--scenario=music --architectures=moe", "compare.architectures: found 'moe'; use some");
    refused("--scenario=music --weightings=even", "compare.weightings: found 'even'; use some of");
    refused("--scenario=music --keep=buy=0.5", "compare.keep: found 'buy'; use one of the tasks");
    refused("--scenario=music --keep=like=2", "compare.keep of like: found '2'; use a share of");
    refused("--scenario=music --scale=like=0", "compare.scale of like: found '0'; use a finite");
    refused(
        "--scenario=music --statistics=no", "compare.statistics: found 'no'; use true or false");
    refused("--nonsense", "Unknown option: '--nonsense'");
  }

  @Test
  void unusableFilesEndWithOneInOneLine() {
    assertThat(run("--data=" + folder)).isEqualTo(1);
    assertThat(messages.toString()).startsWith("compare: " + folder + " holds no known");
    assertThat(run("--scenario=music --config=" + folder.resolve("none.yaml"))).isEqualTo(1);
    assertThat(messages.toString()).contains("none.yaml").doesNotContain("\tat ");
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldBeforeAnythingRuns() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    int code = run("--scenario=music --out=" + file);
    assertThat(code).isEqualTo(2);
    assertThat(messages.toString())
        .startsWith("compare: compare.out: found '" + file + "'; use a folder that can be written");
  }

  private void refused(String options, String message) {
    messages.getBuffer().setLength(0);
    assertThat(run(options)).as(options).isEqualTo(2);
    assertThat(messages.toString()).contains(message).doesNotContain("\tat ");
    assertThat(folder).isEmptyDirectory();
  }

  private int run(String options) {
    List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
    if (!options.contains("--out=")) {
      arguments.add("--out=" + folder);
    }
    return Compare.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(messages))
        .execute(arguments.toArray(String[]::new));
  }
}

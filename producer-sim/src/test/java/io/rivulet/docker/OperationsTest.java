package io.rivulet.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.config.RivuletConfig;
import io.rivulet.learner.Layouts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for operators names what there is: alarms, metrics, sizes. */
final class OperationsTest {
  private static final String PAGE = Repository.read(Repository.ROOT.resolve("docs/operations.md"));
  private static final Path PROMETHEUS = Repository.DOCKER.resolve("prometheus");

  @Test
  void prometheusReadsTheAlarms() {
    assertThat(Repository.read(PROMETHEUS.resolve("prometheus.yml")))
        .contains("rule_files: [alarms.yml]");
    assertThat(Compose.read().service("prometheus").list("volumes"))
        .contains("./prometheus:/etc/prometheus:ro");
  }

  @Test
  void everyAlarmIsExplainedAndNoOther() {
    assertThat(alarms().stream().map(alarm -> (String) alarm.get("alert")))
        .isNotEmpty()
        .containsExactlyElementsOf(
            Pattern.compile("^### (\\w+)$", Pattern.MULTILINE)
                .matcher(PAGE)
                .results()
                .map(found -> found.group(1))
                .toList());
  }

  @Test
  void everyAlarmAsksForMetricsThatThereAre() {
    assertThat(alarms().stream().flatMap(alarm -> KnownMetrics.in((String) alarm.get("expr"))))
        .isNotEmpty()
        .allMatch(KnownMetrics::contain);
  }

  @Test
  void everyMetricIsExplained() {
    assertThat(KnownMetrics.ofOperators()).isNotEmpty().allMatch(OperationsTest::isExplained);
    assertThat(KnownMetrics.ofFlink()).allMatch(OperationsTest::isExplained);
  }

  @Test
  void theSizeOfARowIsThatOfTheExample() {
    Path example = Repository.ROOT.resolve("docs/examples/video.yaml");
    int numbers = Layouts.rows(RivuletConfig.read(example).learner()).length();

    assertThat(PAGE).contains("= " + numbers + " numbers, or " + (20 + 4 * numbers) + " bytes");
  }

  /** GitHub makes an anchor of a title: lower case, hyphens for spaces. */
  @Test
  void linksWithinThePageLead() {
    List<String> titles =
        Pattern.compile("^#+ (.+)$", Pattern.MULTILINE)
            .matcher(PAGE)
            .results()
            .map(title -> title.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();
    assertThat(Pattern.compile("\\(#([^)]+)\\)").matcher(PAGE).results().map(link -> link.group(1)))
        .isNotEmpty()
        .isSubsetOf(titles);
  }

  private static boolean isExplained(String metric) {
    return PAGE.contains("`" + metric + "`");
  }

  private static List<Map<String, Object>> alarms() {
    Map<String, Object> rules = Repository.readYaml(PROMETHEUS.resolve("alarms.yml"));
    Map<String, Object> group = Compose.mapping(((List<?>) rules.get("groups")).get(0));
    return ((List<?>) group.get("rules")).stream().map(Compose::mapping).toList();
  }
}

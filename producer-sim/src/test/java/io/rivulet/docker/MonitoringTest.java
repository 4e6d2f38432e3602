package io.rivulet.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Prometheus asks the right addresses, and Grafana asks Prometheus for metrics that there are. */
final class MonitoringTest {

  private static final Path GRAFANA = Repository.DOCKER.resolve("grafana");

  private final Compose compose = Compose.read();

  @Test
  void prometheusAsksEveryFlinkProcess() {
    String text = Repository.read(Repository.DOCKER.resolve("prometheus/prometheus.yml"));
    assertThat(compose.service("jobmanager").environment("FLINK_PROPERTIES"))
        .contains("metrics.reporter.prom.port: 9249");
    assertThat(text).contains("\"jobmanager:9249\"", "names: [taskmanager]", "port: 9249");
  }

  @Test
  void grafanaAsksPrometheus() {
    Map<String, Object> source = datasource();
    assertThat(source)
        .containsEntry("type", "prometheus")
        .containsEntry("url", "http://prometheus:9090");
    assertThat(compose.service("prometheus").list("ports")).containsExactly("127.0.0.1:9090:9090");
    for (Map<String, Object> target : targets()) {
      assertThat(Compose.mapping(target.get("datasource"))).containsEntry("uid", source.get("uid"));
    }
  }

  @Test
  void theDashboardLiesWhereGrafanaLooks() {
    String provider = Repository.read(GRAFANA.resolve("provisioning/dashboards/rivulet.yaml"));
    assertThat(provider).contains("path: /etc/grafana/dashboards");
    assertThat(compose.service("grafana").list("volumes"))
        .contains("./grafana/dashboards:/etc/grafana/dashboards:ro");
  }

  @Test
  void theDashboardShowsFlowCheckpointsAndBackPressure() {
    assertThat(metrics())
        .contains(
            "flink_taskmanager_job_task_operator_numRecordsIn",
            "flink_taskmanager_job_task_operator_numRecordsOut",
            "flink_taskmanager_job_task_backPressuredTimeMsPerSecond",
            "flink_jobmanager_job_lastCheckpointDuration");
  }

  /** A metric of this project that is renamed would leave an empty panel. */
  @Test
  void everyMetricOfTheDashboardExists() {
    assertThat(metrics()).allMatch(KnownMetrics::contain);
  }

  private static Set<String> metrics() {
    return targets().stream()
        .flatMap(target -> KnownMetrics.in((String) target.get("expr")))
        .collect(Collectors.toSet());
  }

  private static List<Map<String, Object>> targets() {
    Map<String, Object> dashboard = Repository.readYaml(GRAFANA.resolve("dashboards/rivulet.json"));
    return mappings(dashboard.get("panels")).stream()
        .flatMap(panel -> mappings(panel.get("targets")).stream())
        .toList();
  }

  private static Map<String, Object> datasource() {
    Path file = GRAFANA.resolve("provisioning/datasources/prometheus.yaml");
    return mappings(Repository.readYaml(file).get("datasources")).get(0);
  }

  private static List<Map<String, Object>> mappings(Object value) {
    return ((List<?>) value).stream().map(Compose::mapping).toList();
  }
}

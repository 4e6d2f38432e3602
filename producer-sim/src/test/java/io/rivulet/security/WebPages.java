package io.rivulet.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that Flink's web interface tells about a cluster with one job, by path. */
final class WebPages {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final List<String> OF_CLUSTER =
      List.of(
          "/overview",
          "/config",
          "/jobs",
          "/jobs/overview",
          "/jobs/metrics",
          "/jobmanager/config",
          "/jobmanager/environment",
          "/jobmanager/logs",
          "/jobmanager/log",
          "/jobmanager/stdout",
          "/jobmanager/metrics",
          "/jobmanager/thread-dump",
          "/taskmanagers",
          "/taskmanagers/metrics");
  private static final List<String> OF_TASK_MANAGER =
      List.of("", "/logs", "/log", "/stdout", "/metrics", "/thread-dump");
  private static final List<String> OF_JOB =
      List.of(
          "",
          "/config",
          "/plan",
          "/exceptions",
          "/accumulators",
          "/checkpoints",
          "/checkpoints/config",
          "/execution-result",
          "/metrics",
          "/resource-requirements",
          "/status");
  private static final List<String> OF_VERTEX =
      List.of(
          "",
          "/accumulators",
          "/backpressure",
          "/metrics",
          "/subtasks/0",
          "/subtasks/accumulators",
          "/subtasktimes",
          "/taskmanagers",
          "/watermarks");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;
  private final Map<String, String> found = new LinkedHashMap<>();

  private WebPages(String address) {
    this.address = address;
  }

  /** The texts of all pages, error pages among them. */
  static Map<String, String> of(String address) throws IOException, InterruptedException {
    WebPages pages = new WebPages(address);
    pages.get("", OF_CLUSTER);
    for (String manager : pages.ids("/taskmanagers", "taskmanagers")) {
      pages.get("/taskmanagers/" + manager, OF_TASK_MANAGER);
    }
    for (String job : pages.ids("/jobs", "jobs")) {
      pages.get("/jobs/" + job, OF_JOB);
      for (String vertex : pages.ids("/jobs/" + job, "vertices")) {
        pages.get("/jobs/" + job + "/vertices/" + vertex, OF_VERTEX);
      }
    }
    return pages.found;
  }

  private List<String> ids(String page, String list) throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode element : json.readTree(found.get(page)).path(list)) {
      ids.add(element.path("id").asText());
    }
    return ids;
  }

  private void get(String parent, List<String> paths) throws IOException, InterruptedException {
    for (String path : paths) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + parent + path)).timeout(PATIENCE).build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      found.put(parent + path, response.body());
    }
  }
}

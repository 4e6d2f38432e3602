package io.rivulet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Flink's REST API, of a cluster with one job. */
final class FlinkApi {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Flink answers with what it knows, and begins to ask the tasks only then. */
  private static final Duration GATHERING = Duration.ofSeconds(3);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;

  /**
   * The API.
   *
   * @param address as {@code http://127.0.0.1:8081}
   */
  FlinkApi(String address) {
    this.address = address;
  }

  /** What a metric, of tasks or of their operators, adds up to over the whole job. */
  long sum(String... metrics) throws IOException, InterruptedException {
    long unused = sumNow(metrics);
    Thread.sleep(GATHERING.toMillis());
    return sumNow(metrics);
  }

  private long sumNow(String... metrics) throws IOException, InterruptedException {
    String job = job();
    long sum = 0;
    for (JsonNode vertex : get(job).path("vertices")) {
      String all = job + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      for (String metric : metrics) {
        sum += get(all + "?agg=sum&get=" + metric).path(0).path("sum").asLong();
      }
    }
    return sum;
  }

  /** What its checkpoints have cost so far. */
  CheckpointCosts checkpoints() throws IOException, InterruptedException {
    JsonNode all = get(job() + "/checkpoints");
    JsonNode summary = all.path("summary");
    return new CheckpointCosts(
        all.path("counts").path("completed").asLong(),
        summary.path("end_to_end_duration").path("p50").asLong(),
        summary.path("end_to_end_duration").path("max").asLong(),
        summary.path("checkpointed_size").path("avg").asLong(),
        all.path("latest").path("completed").path("state_size").asLong());
  }

  private String job() throws IOException, InterruptedException {
    return "/jobs/" + get("/jobs").path("jobs").path(0).path("id").asText();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(response.uri() + ": " + response.statusCode() + " " + response.body());
    }
    return json.readTree(response.body());
  }
}

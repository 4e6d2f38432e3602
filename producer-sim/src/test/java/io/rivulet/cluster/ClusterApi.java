package io.rivulet.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Flink's REST API. */
final class ClusterApi {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;

  /** The API behind a port on the loopback address. */
  ClusterApi(int port) {
    address = "http://127.0.0.1:" + port;
  }

  /** How many slots are free; none while nobody answers. */
  int freeSlots() throws InterruptedException {
    return overview("slots-available");
  }

  /** How many TaskManagers are there; none while nobody answers. */
  int taskManagers() throws InterruptedException {
    return overview("taskmanagers");
  }

  private int overview(String field) throws InterruptedException {
    try {
      return get("/overview").path(field).asInt();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Whether the job and all its tasks run. */
  boolean isRunning(String job) throws IOException, InterruptedException {
    JsonNode answer = get("/jobs/" + job);
    boolean all = "RUNNING".equals(answer.path("state").asText());
    for (JsonNode vertex : answer.path("vertices")) {
      all &= vertex.path("tasks").path("RUNNING").asInt() == vertex.path("parallelism").asInt();
    }
    return all;
  }

  /** What Flink tells of the job's checkpoints. */
  JsonNode checkpoints(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job + "/checkpoints");
  }

  /** How many of the job's checkpoints are completed, failed, in_progress or restored. */
  int checkpoints(String job, String state) throws IOException, InterruptedException {
    return checkpoints(job).path("counts").path(state).asInt();
  }

  /** Begins a checkpoint; it is not waited for. */
  void triggerCheckpoint(String job) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(URI.create(address + "/jobs/" + job + "/checkpoints"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"checkpointType\":\"CONFIGURED\"}")));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address + path)));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(response.uri() + ": " + response.statusCode() + " " + response.body());
    }
    return json.readTree(response.body());
  }
}

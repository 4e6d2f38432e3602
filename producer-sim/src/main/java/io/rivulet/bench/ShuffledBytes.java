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

/** Asks Flink's REST API how many bytes the tasks of the only job have sent to each other. */
final class ShuffledBytes {
  private static final String METRIC = "numBytesOut";
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
  ShuffledBytes(String address) {
    this.address = address;
  }

  /** All bytes since the job began. */
  long total() throws IOException, InterruptedException {
    sum();
    Thread.sleep(GATHERING.toMillis());
    return sum();
  }

  private long sum() throws IOException, InterruptedException {
    String job = "/jobs/" + get("/jobs").path("jobs").path(0).path("id").asText();
    long bytes = 0;
    for (JsonNode vertex : get(job).path("vertices")) {
      String metrics = job + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      bytes += get(metrics + "?agg=sum&get=" + METRIC).path(0).path("sum").asLong();
    }
    return bytes;
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

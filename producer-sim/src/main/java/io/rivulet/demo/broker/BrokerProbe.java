package io.rivulet.demo.broker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Waits until a broker answers.
 *
 * @param port the broker's port on the loopback address
 */
record BrokerProbe(int port) {

  private static final long POLL_MILLIS = 50;
  private static final int REQUEST_MILLIS = 1_000;

  /** Whether it answered before its process ended and before the time was over. */
  boolean await(Process process, Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < deadline) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
      if (LoopbackPort.accepts(port) && answers()) {
        return true;
      }
    }
    return false;
  }

  private boolean answers() throws InterruptedException {
    Map<String, Object> configuration =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    try (Admin admin = Admin.create(configuration)) {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException e) {
      return false;
    }
  }
}

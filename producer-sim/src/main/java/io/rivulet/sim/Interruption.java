package io.rivulet.sim;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into an orderly end: what was sent is flushed before the program ends. */
final class Interruption implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "interruption");
  private volatile boolean stopped;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the program is to end. */
  boolean stopped() {
    return stopped;
  }

  /** Tells that all is done and nothing needs to be waited for. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already; the hook finds the latch open.
      return;
    }
  }

  private void stopAndWait() {
    stopped = true;
    try {
      if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("ended without flushing: the broker did not answer in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.rivulet.sim.sink;

/** Time that passes only when someone sleeps. */
public final class ManualTicker implements Ticker {
  private long now = 42;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void sleep(long nanos) {
    now += nanos;
  }
}

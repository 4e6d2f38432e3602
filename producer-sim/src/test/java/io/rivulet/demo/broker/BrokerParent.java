package io.rivulet.demo.broker;

import java.nio.file.Path;

/** A process that starts a broker, prints its process id, and waits to be killed. */
final class BrokerParent {

  private BrokerParent() {}

  public static void main(String[] args) throws Exception {
    LocalBroker broker = LocalBroker.start(Path.of(args[0]));
    System.out.println(broker.processId());
    Thread.sleep(Long.MAX_VALUE);
  }
}

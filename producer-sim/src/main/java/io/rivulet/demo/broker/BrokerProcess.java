package io.rivulet.demo.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The main class of the child process: formats the data folder if it is new, then runs Kafka. */
final class BrokerProcess {

  private static final int GRACE_MILLIS = 15_000;

  private BrokerProcess() {}

  /**
   * Runs until a signal comes, or standard input ends: it is a pipe from the parent process, and
   * ends however the parent dies.
   *
   * @param args the file of the broker's properties
   */
  public static void main(String[] args) throws IOException {
    exitWithParent();
    String properties = args[0];
    Path data = Path.of(Kafka.getPropsFromArgs(args).getProperty("log.dirs"));
    if (Files.notExists(data.resolve("meta.properties"))) {
      String cluster = Uuid.randomUuid().toString();
      String[] format = {"format", "--cluster-id", cluster, "--config", properties};
      if (StorageTool.execute(format, System.out) != 0) {
        throw new IOException("cannot format the data folder " + data);
      }
    }
    Kafka.main(args);
  }

  private static void exitWithParent() {
    Thread watch =
        new Thread(
            () -> {
              awaitEndOfInput();
              haltAfterGrace();
              System.exit(0);
            },
            "exit-with-parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // the parent never writes
      }
    } catch (IOException e) {
      System.err.println("exiting: the pipe from the parent process broke: " + e.getMessage());
    }
  }

  /** Kafka's shutdown hook waits long if the broker was not up yet. */
  private static void haltAfterGrace() {
    Thread halt =
        new Thread(
            () -> {
              try {
                Thread.sleep(GRACE_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(1);
            },
            "halt-after-grace");
    halt.setDaemon(true);
    halt.start();
  }
}

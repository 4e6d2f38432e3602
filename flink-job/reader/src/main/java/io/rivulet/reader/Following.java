package io.rivulet.reader;

import io.rivulet.codec.TimeLimit;
import io.rivulet.domain.ItemFacts;
import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.snapshot.ModelDefinition;
import io.rivulet.snapshot.ModelFollower;
import io.rivulet.snapshot.ModelStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that reads. Where the brokers fail it begins again. */
final class Following implements ModelFollower.Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelReader.class);

  /** Changes of one version kept in memory. */
  private static final long MOST_BYTES = 256L << 20;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ReaderSettings settings;
  private final ModelStore store;
  private final Thread thread = new Thread(this::run, "rivulet-reader");
  private volatile ItemCatalog catalog;
  private volatile KafkaSnapshotTopic topic;
  private volatile String problem;
  private volatile boolean closed;
  private ModelFollower follower;

  Following(ReaderSettings settings, ModelStore store) {
    this.settings = settings;
    this.store = store;
    thread.setDaemon(true);
  }

  /** Reads all that there is, then goes on in the thread. */
  void start() {
    try {
      connect();
    } catch (RuntimeException e) {
      closed = true;
      disconnect();
      throw e;
    }
    thread.start();
  }

  private void connect() {
    if (!settings.catalogTopic().isEmpty()) {
      TimeLimit anyTime = new TimeLimit(Duration.ofDays(36_500), Clock.systemUTC());
      ItemCatalog items =
          new ItemCatalog(settings.catalogTopic(), settings.kafka(), anyTime, this::refused);
      ItemCatalog before = catalog;
      catalog = items;
      if (before != null) {
        before.close();
      }
      items.fill();
    }
    topic = new KafkaSnapshotTopic(settings.snapshotsTopic(), settings.kafka());
    follower = new ModelFollower(settings.arm(), store, topic, MOST_BYTES, this);
    follower.poll();
  }

  private void disconnect() {
    if (topic != null) {
      topic.close();
      topic = null;
    }
    if (closed && catalog != null) {
      catalog.close();
    }
  }

  private void run() {
    while (!closed) {
      try {
        if (topic == null) {
          connect();
        }
        follower.poll();
        if (catalog != null) {
          catalog.poll(Duration.ZERO);
        }
      } catch (WakeupException e) {
        LOG.debug("Woken up", e);
      } catch (KafkaException e) {
        refused("the brokers: " + e.getMessage() + "; tries again");
        disconnect();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    disconnect();
  }

  ItemFacts facts(String item) {
    ItemCatalog items = catalog;
    return items == null ? null : items.facts(item);
  }

  String problem() {
    return problem;
  }

  @Override
  public void switched(ModelStore.Head head, ModelDefinition model) {
    problem = null;
    LOG.info("The model is in version {} now", head.version());
  }

  @Override
  public void refused(String message) {
    problem = message;
    LOG.warn("{}", message);
  }

  @Override
  public void close() {
    closed = true;
    KafkaSnapshotTopic reading = topic;
    if (reading != null) {
      reading.interrupt();
    }
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

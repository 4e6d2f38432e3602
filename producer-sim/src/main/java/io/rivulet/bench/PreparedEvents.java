package io.rivulet.bench;

import io.rivulet.schema.UserEvent;
import io.rivulet.schema.codec.AvroCodec;
import io.rivulet.sim.sink.Pacing;
import io.rivulet.sim.sink.Ticker;
import io.rivulet.sim.source.EventSource;
import io.rivulet.sim.source.SourceEvent;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;

/**
 * Events that are encoded before they are sent. Who sends events to a real job simulates and
 * encodes them elsewhere; here it would take the cores from the job while its latency is measured.
 * They wait in a file and not in the heap, which is the job's too.
 */
final class PreparedEvents {
  /** Takes events. */
  @FunctionalInterface
  interface Receiver {
    /** Takes an encoded event of a user. */
    void send(String userId, byte[] event) throws IOException;
  }

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final long count;

  private PreparedEvents(Path file, long count) {
    this.file = file;
    this.count = count;
  }

  /** Encodes the next events of a source, as many as asked for or as there are, into a file. */
  static PreparedEvents of(EventSource source, long most, Path file) throws IOException {
    AvroCodec<UserEvent> codec = AvroCodec.of(UserEvent.class);
    Iterator<? extends SourceEvent> events = source.events();
    long count = 0;
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      for (; count < most && events.hasNext(); count++) {
        UserEvent event = events.next().event();
        byte[] encoded = codec.encode(event);
        out.writeUTF(event.getUserId());
        out.writeInt(encoded.length);
        out.write(encoded);
      }
    }
    return new PreparedEvents(file, count);
  }

  /** How many there are. */
  long count() {
    return count;
  }

  /** Hands over each when it is due. */
  void send(Receiver receiver, Pacing pacing, Ticker ticker) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      long start = ticker.nanoTime();
      for (long i = 0; i < count; i++) {
        String userId = in.readUTF();
        byte[] encoded = in.readNBytes(in.readInt());
        ticker.await(start + pacing.dueNanos(i, Duration.ZERO), () -> false);
        receiver.send(userId, encoded);
      }
    }
  }
}

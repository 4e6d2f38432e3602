package io.rivulet.bench;

import io.rivulet.codec.EventDecoder;
import io.rivulet.codec.ScoreEncoder;
import io.rivulet.codec.TimeLimit;
import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.Event;
import io.rivulet.domain.Origin;
import io.rivulet.domain.RawRecord;
import io.rivulet.domain.Score;
import io.rivulet.learner.Outputs;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.schema.UserEvent;
import io.rivulet.schema.codec.AvroCodec;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One record of Avro: an event decoded and checked, a score encoded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CodecBenchmark {
  private static final Set<String> ACTIONS = Set.of("impression", "play", "like");
  private static final int MOST_BYTES = 1 << 20;

  private RawRecord raw;
  private EventDecoder decoder;
  private Score score;
  private ScoreEncoder encoder;

  /** Takes the first event of the world, and a score for it. */
  @Setup
  public void open() throws IOException {
    LearnerSpec spec = BenchModel.config().learner();
    UserEvent event = BenchModel.world().events().next().event();
    Origin origin = new Origin("user-events", 0, 0);
    raw = new RawRecord(origin, new byte[0], AvroCodec.of(UserEvent.class).encode(event));
    decoder =
        new EventDecoder(ACTIONS, MOST_BYTES, new TimeLimit(Duration.ofDays(1), Clock.systemUTC()));
    Outputs outputs = new Outputs(spec);
    int last = outputs.tasks() - 1;
    long time = event.getEventTime().toEpochMilli();
    score =
        new Score(
            event.getEventId(),
            null,
            event.getUserId(),
            event.getItemId(),
            "champion",
            1,
            1,
            time,
            time,
            0.5f,
            new float[outputs.offset(last) + outputs.length(last)],
            new float[outputs.tasks()]);
    encoder = new ScoreEncoder(spec);
  }

  /** What the source does with every event. */
  @Benchmark
  public Event decodeEvent() throws BadRecordException {
    return decoder.decode(raw);
  }

  /** What the sink does with every score. */
  @Benchmark
  public byte[] encodeScore() {
    return encoder.value(score);
  }
}

package io.rivulet.operator;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.DeadLetter;
import io.rivulet.domain.Decoder;
import io.rivulet.domain.RawRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Decodes records; what cannot be used goes to {@link StreamTypes#DEAD_LETTERS}. */
public final class Decode<T> extends ProcessFunction<RawRecord, T> {
  private static final long serialVersionUID = 1L;

  private final Decoder<T> decoder;
  private transient Counter rejected;

  /** Decodes with the given decoder. */
  public Decode(Decoder<T> decoder) {
    this.decoder = decoder;
  }

  @Override
  public void open(OpenContext context) {
    rejected = getRuntimeContext().getMetricGroup().counter("rejected");
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<T> out) {
    T decoded;
    try {
      decoded = decoder.decode(raw);
    } catch (BadRecordException bad) {
      rejected.inc();
      long now = context.timerService().currentProcessingTime();
      context.output(StreamTypes.DEAD_LETTERS, DeadLetter.of(raw, bad.getMessage(), now));
      return;
    }
    out.collect(decoded);
  }
}

package io.rivulet.codec;

import io.rivulet.domain.BadRecordException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a time may lie in the future. One that lies further would count as the newest of all for
 * a long time: rows would leave too early, and later facts would be ignored.
 *
 * @param limit at least 0
 */
public record TimeLimit(Duration limit, Clock clock) implements Serializable {
  private static final String UNIT = "; send milliseconds since 1970-01-01T00:00Z";

  /** Refuses times before 1970 and beyond the limit. */
  void check(String field, Instant time) throws BadRecordException {
    long found = time.toEpochMilli();
    if (found < 0) {
      throw new BadRecordException(field + " is " + found + UNIT);
    }
    long now = clock.millis();
    if (found - now > limit.toMillis()) {
      throw new BadRecordException(
          String.format(
              "%s is %d (%s), but it is %s here, and at most input.futureLimit = %d ms later is"
                  + " allowed%s, and see to the producer's clock",
              field, found, time, Instant.ofEpochMilli(now), limit.toMillis(), UNIT));
    }
  }
}

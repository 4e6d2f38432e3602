package io.rivulet.codec;

import io.rivulet.domain.BadRecordException;
import io.rivulet.domain.Decoder;
import io.rivulet.domain.Event;
import io.rivulet.domain.RawRecord;
import io.rivulet.schema.UserEvent;
import java.util.Set;
import java.util.TreeSet;

/** Decodes user-events. */
public final class EventDecoder implements Decoder<Event> {
  private static final long serialVersionUID = 1L;

  private final AvroReader<UserEvent> reader;
  private final TreeSet<String> actions;
  private final TimeLimit times;

  /**
   * A decoder.
   *
   * @param actions the known actions; others are refused
   * @param maxBytes larger records are refused
   * @param times events of other times are refused
   */
  public EventDecoder(Set<String> actions, int maxBytes, TimeLimit times) {
    this.reader = new AvroReader<>(UserEvent.class, maxBytes);
    this.actions = new TreeSet<>(actions);
    this.times = times;
  }

  @Override
  public Event decode(RawRecord raw) throws BadRecordException {
    UserEvent event = reader.read(raw);
    Validity.id("eventId", event.getEventId());
    Validity.id("userId", event.getUserId());
    Validity.id("itemId", event.getItemId());
    times.check("eventTime", event.getEventTime());
    if (!actions.contains(event.getAction())) {
      throw new BadRecordException(
          "action '"
              + event.getAction()
              + "' is unknown; known are "
              + actions
              + " (from learner.tasks and input.otherActions)");
    }
    double value = Double.NaN;
    if (event.getValue() != null) {
      value = event.getValue();
      Validity.finite("value", value);
    }
    Validity.finite("weight", event.getWeight());
    if (event.getWeight() < 0) {
      throw new BadRecordException(
          "weight is " + event.getWeight() + "; send a number of at least 0");
    }
    Validity.finite("features", event.getFeatures());
    return new Event(
        event.getEventId(),
        event.getRequestId(),
        event.getUserId(),
        event.getItemId(),
        event.getAction(),
        value,
        event.getWeight(),
        event.getEventTime().toEpochMilli(),
        event.getContext(),
        event.getFeatures(),
        raw.origin());
  }
}

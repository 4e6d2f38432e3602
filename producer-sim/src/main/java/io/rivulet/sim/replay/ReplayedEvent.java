package io.rivulet.sim.replay;

import io.rivulet.schema.UserEvent;
import io.rivulet.sim.source.SourceEvent;

/**
 * A rating of a recorded data set.
 *
 * @param event the rating as an event with action {@code rate}
 */
public record ReplayedEvent(UserEvent event) implements SourceEvent {}

package io.rivulet.sim.world;

import io.rivulet.schema.UserEvent;
import io.rivulet.sim.source.SourceEvent;

/**
 * An event of a simulated world, and what the best possible model would have predicted for it.
 *
 * @param event the event; holds nothing of the truth
 * @param truth one value per task, in the order of {@link Scenario#tasks()}: the probability of
 *     label 1 (binary), the expected label (regression), the index of the class (multiclass). Given
 *     also where the event has no label for the task. Owned by the event: read only.
 */
@SuppressWarnings("ArrayRecordComponent") // millions of these are made, and none is compared
public record SimulatedEvent(UserEvent event, double[] truth) implements SourceEvent {}

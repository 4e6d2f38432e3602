package io.rivulet.domain;

/** What goes, keyed by user, to the learner: events to learn, and requests with their parts. */
public sealed interface UserBound permits AttachedEvent, AttachedCandidate, ScoreRequest {
  /** The user. */
  String userId();
}

package io.rivulet.state;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.domain.ScoreRequest;
import java.util.List;

/** A request with all of its candidates, in the request's order. */
public record Gathered(ScoreRequest request, List<AttachedCandidate> candidates) {}

package io.rivulet.state;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.domain.RequestKey;
import io.rivulet.domain.ScoreRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Requests whose parts are on their way: these come over the items, in any order. Nothing of them
 * is kept in a checkpoint. What left its source before a barrier arrives before it, so that only a
 * request which the source will send again can be incomplete then; with aligned barriers none is.
 */
public final class OpenRequests {
  private static final class Entry {
    ScoreRequest request;
    AttachedCandidate[] candidates = new AttachedCandidate[16];
    int arrived;
  }

  private final Map<RequestKey, Entry> open = new HashMap<>();

  /** Takes in a request itself; returns it when it is complete by that, else null. */
  public Gathered add(ScoreRequest request) {
    Entry entry = open.computeIfAbsent(request.key(), key -> new Entry());
    entry.request = request;
    return completed(request.key(), entry);
  }

  /** Takes in a candidate; returns its request when it is complete by that, else null. */
  public Gathered add(AttachedCandidate candidate) {
    Entry entry = open.computeIfAbsent(candidate.request(), key -> new Entry());
    int place = candidate.place();
    if (place >= entry.candidates.length) {
      entry.candidates =
          Arrays.copyOf(entry.candidates, Math.max(place + 1, 2 * entry.candidates.length));
    }
    if (entry.candidates[place] == null) {
      entry.arrived++;
    }
    entry.candidates[place] = candidate;
    return completed(candidate.request(), entry);
  }

  /** Requests that are not complete yet. */
  public int size() {
    return open.size();
  }

  private Gathered completed(RequestKey key, Entry entry) {
    if (entry.request == null || entry.arrived < entry.request.itemIds().size()) {
      return null;
    }
    open.remove(key);
    return new Gathered(entry.request, Arrays.asList(entry.candidates).subList(0, entry.arrived));
  }
}

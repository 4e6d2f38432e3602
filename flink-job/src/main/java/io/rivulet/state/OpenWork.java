package io.rivulet.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The ids for which work waits for its round to close. */
public final class OpenWork {
  private final Map<String, Long> newest = new HashMap<>();

  /** Takes notice of work that waits. */
  public void add(String id, long round) {
    newest.merge(id, round, Math::max);
  }

  /** Takes notice that an id's work of a round, and of all before it, waits no longer. */
  public void close(String id, long round) {
    newest.remove(id, round);
  }

  /** The ids; a view. */
  public Set<String> ids() {
    return newest.keySet();
  }
}

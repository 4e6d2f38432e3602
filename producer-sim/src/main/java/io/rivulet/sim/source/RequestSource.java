package io.rivulet.sim.source;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.ScoreRequest;
import io.rivulet.schema.UserEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes requests as the users of a source might: each is one event's user in the event's situation,
 * with candidates drawn from the catalog. Not safe for use by several threads.
 */
public final class RequestSource {
  private final Iterator<? extends SourceEvent> events;
  private final List<String> items = new ArrayList<>();
  private final int candidates;
  private final int topK;
  private final RandomGenerator random;
  private long made;

  /**
   * Requests of a source's users.
   *
   * @param candidates different items in each request, at most as many as the catalog has
   * @param topK how many of the best are wanted, {@code >= 1}
   */
  public RequestSource(EventSource source, int candidates, int topK, RandomGenerator random) {
    events = source.events();
    Iterator<ItemUpdate> catalog = source.catalog();
    while (catalog.hasNext()) {
      items.add(catalog.next().getItemId());
    }
    if (candidates < 1 || candidates > items.size()) {
      throw new IllegalArgumentException(
          "candidates: found " + candidates + "; use a whole number from 1 to " + items.size());
    }
    this.candidates = candidates;
    this.topK = topK;
    this.random = random;
  }

  /**
   * The next request.
   *
   * @throws java.util.NoSuchElementException if the source has no more events
   */
  public ScoreRequest next() {
    UserEvent event = events.next().event();
    Set<String> drawn = new LinkedHashSet<>();
    while (drawn.size() < candidates) {
      drawn.add(items.get(random.nextInt(items.size())));
    }
    return ScoreRequest.newBuilder()
        .setRequestId("request-" + made++)
        .setUserId(event.getUserId())
        .setItemIds(new ArrayList<>(drawn))
        .setContext(event.getContext())
        .setFeatures(event.getFeatures())
        .setTopK(topK)
        .build();
  }
}

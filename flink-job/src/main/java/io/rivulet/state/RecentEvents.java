package io.rivulet.state;

import io.rivulet.learner.layout.Hashing;
import io.rivulet.state.lifecycle.KeyGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Which events have come lately. Of an event it keeps 64 bits of a hash of its user and its id: two
 * are taken for one by accident as good as never. The hashes are kept in slices of time, because a
 * state of its own for each costs as much as some of what else an event needs; a filter in memory
 * tells of an event that is certainly new. Remembers an event for its window, and for at most an
 * eighth longer: a sixteenth, and after a restart the oldest slice's own length once more.
 */
public final class RecentEvents {
  private final KeyGroups keyGroups;
  private final RecentHashes hashes;
  private final RecentSlices[] groups;
  private long newest = Long.MIN_VALUE;

  /**
   * Goes on with what the store holds.
   *
   * @param window milliseconds, > 0
   */
  public RecentEvents(KeyGroups keyGroups, EventSlices store, long window) {
    this.keyGroups = keyGroups;
    hashes = new RecentHashes(window);
    groups = new RecentSlices[keyGroups.last() - keyGroups.first() + 1];
    Arrays.setAll(groups, i -> new RecentSlices(keyGroups.first() + i, store, window));
    // The filters want all hashes in the order of time, whatever key group they are of.
    TreeMap<Long, List<RecentSlices>> byEnd = new TreeMap<>();
    for (int i = 0; i < groups.length; i++) {
      for (long end : store.ends(keyGroups.first() + i)) {
        byEnd.computeIfAbsent(end, any -> new ArrayList<>()).add(groups[i]);
      }
    }
    byEnd.forEach((end, all) -> all.forEach(group -> adopt(group, end)));
  }

  private void adopt(RecentSlices group, long end) {
    newest = end;
    for (long hash : group.adopt(end)) {
      hashes.add(hash, end);
    }
  }

  /**
   * Whether an event has come from this user before, within the window; from now on it has.
   *
   * @param id hash of the event's id
   * @param now milliseconds since the epoch
   */
  public boolean isRepeated(String userId, long id, long now) {
    return areRepeated(List.of(userId), new long[] {id}, now)[0];
  }

  /**
   * The same of many events, which is less work than of one after the other.
   *
   * @param userIds each event's user, another one for each
   * @param ids hashes of the events' ids
   */
  public boolean[] areRepeated(List<String> userIds, long[] ids, long now) {
    newest = Math.max(newest, now);
    long[] all = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      all[i] = Hashing.combine(ids[i], userIds.get(i));
    }
    boolean[] repeated = hashes.mayHold(all);
    for (int i = 0; i < ids.length; i++) {
      RecentSlices group = groups[keyGroups.of(userIds.get(i)) - keyGroups.first()];
      repeated[i] = repeated[i] && group.holds(all[i], newest);
      if (!repeated[i]) {
        hashes.add(all[i], newest);
        group.add(all[i], newest);
      }
    }
    return repeated;
  }

  /** Puts what is new into the store, and drops what is older than the window. */
  public void save(long now) {
    newest = Math.max(newest, now);
    for (RecentSlices group : groups) {
      group.save(newest);
    }
  }
}

package io.rivulet.state;

import io.rivulet.domain.AttachedCandidate;
import io.rivulet.domain.AttachedEvent;
import io.rivulet.domain.PackedRow;
import io.rivulet.domain.ParameterDelta;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A learner's views of the items it works on. A view that has not been used for the retention is
 * dropped some rounds later: by then its work has long come back in a published value. So are those
 * that were not used for long when there are too many.
 */
public final class ItemReplicas {
  private static final class Entry extends SecondChance.Entry implements OpenRow {
    final Replica replica;
    long usedInRound;
    boolean touched;

    Entry(String id, Replica replica) {
      super(id);
      this.replica = replica;
    }

    /** Whether the event brings a newer row. Most bring one that others have brought before. */
    boolean isOlderThan(AttachedEvent event) {
      return event.itemRow() != null && replica.isOlderThan(event.itemRound());
    }

    void receive(AttachedEvent event) {
      if (isOlderThan(event)) {
        replica.receive(event.itemRound(), event.itemRow().unpacked().values());
      }
    }

    @Override
    public float[] values() {
      return replica.current();
    }

    @Override
    public void learned(long eventTime) {
      replica.learned(eventTime);
    }
  }

  /** An item that gets no row: what is done to the values is lost. */
  private final class Passing implements OpenRow {
    private final float[] values;

    Passing(float[] values) {
      this.values = values;
    }

    @Override
    public float[] values() {
      return values;
    }

    @Override
    public void learned(long eventTime) {
      unadmitted++;
    }
  }

  private final ParameterLayout layout;
  private final long retention;
  private final int capacity;

  private final SecondChance<Entry> entries = new SecondChance<>();

  private final List<Entry> touched = new ArrayList<>();
  private long unadmitted;

  /**
   * No items yet.
   *
   * @param retention milliseconds that an unused view is kept
   * @param capacity views kept after {@link #close}
   * @param unadmitted examples so far of items that had no row and got none
   */
  public ItemReplicas(ParameterLayout layout, long retention, int capacity, long unadmitted) {
    this.layout = layout;
    this.retention = retention;
    this.capacity = capacity;
    this.unadmitted = unadmitted;
  }

  /**
   * Takes in the value that an event carries before its turn: it may be newer than what events that
   * still wait have brought. Of no use where none waits for long.
   */
  public void receive(AttachedEvent event) {
    Entry entry = entries.get(event.itemId());
    if (entry != null) {
      entry.receive(event);
    }
  }

  /**
   * The live row of the event's item, at least as new as the value that the event carries. An
   * example that changes it must be counted before the round ends. The values of an item that gets
   * no row are a copy: what is done to them is lost.
   */
  public OpenRow open(AttachedEvent event) {
    return open(List.of(event)).get(0);
  }

  /** The same of many events. */
  public List<OpenRow> open(List<AttachedEvent> events) {
    List<Entry> known = entries.getAll(events.stream().map(AttachedEvent::itemId).toList());
    boolean[] old = new boolean[events.size()];
    // A look at each, with nothing between that would have to wait for it.
    for (int i = 0; i < old.length; i++) {
      old[i] = known.get(i) != null && known.get(i).isOlderThan(events.get(i));
    }
    List<OpenRow> opened = new ArrayList<>(old.length);
    for (int i = 0; i < old.length; i++) {
      if (old[i]) {
        known.get(i).receive(events.get(i));
      }
      opened.add(open(events.get(i), known.get(i)));
    }
    return opened;
  }

  private OpenRow open(AttachedEvent event, Entry known) {
    Entry entry = known == null ? entries.get(event.itemId()) : known;
    if (!event.itemKept()) {
      return new Passing(entry == null ? made(event.itemId()) : entry.replica.current().clone());
    }
    if (entry == null) {
      entry = begun(event);
    } else if (known == null) {
      entry.receive(event);
    }
    if (!entry.touched) {
      entry.touched = true;
      touched.add(entry);
      entry.replica.touch();
    }
    return entry;
  }

  private Entry begun(AttachedEvent event) {
    PackedRow published = event.itemRow();
    float[] values = published == null ? made(event.itemId()) : published.unpacked().values();
    Entry entry = new Entry(event.itemId(), new Replica(layout, values, event.itemRound()));
    entries.add(entry);
    return entry;
  }

  /**
   * An item as an event would find it now, with the number of examples known of. Its array is not
   * to be changed. Leaves no trace: no view is made or kept for it, and none is brought up to date.
   */
  public Row peek(String itemId, AttachedCandidate candidate) {
    PackedRow published = candidate.itemRow();
    Entry entry = entries.peek(itemId);
    if (entry != null) {
      return entry.replica.peek(candidate.itemRound(), published);
    }
    return published == null ? new Row(0, 0, made(itemId)) : published.unpacked();
  }

  private float[] made(String itemId) {
    return layout.initial(Table.ITEM.label(), itemId);
  }

  /** Examples so far of items that had no row and got none. */
  public long unadmitted() {
    return unadmitted;
  }

  /** Ends the round and hands over its work, one delta per item that was changed. */
  public void close(long round, Consumer<ParameterDelta> deltas) {
    for (Entry entry : touched) {
      entry.touched = false;
      entry.usedInRound = round;
      Row work = entry.replica.close(round);
      if (work != null) {
        deltas.accept(new ParameterDelta(Table.ITEM, entry.id, round, work));
      }
    }
    touched.clear();
    entries.removeSome(entry -> entry.usedInRound < round - retention);
    while (entries.size() > capacity) {
      entries.removeFirst();
    }
  }

  /** Number of views held. */
  public int size() {
    return entries.size();
  }
}

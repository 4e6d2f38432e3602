package io.rivulet.sim.source;

import io.rivulet.schema.ItemUpdate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;

record LimitedSource(EventSource source, long count) implements EventSource {
  LimitedSource {
    if (count < 0) {
      throw new IllegalArgumentException(
          "count: found " + count + "; use a whole number of at least 0");
    }
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public Iterator<ItemUpdate> catalog() {
    return source.catalog();
  }

  @Override
  public Iterator<SourceEvent> events() {
    Iterator<? extends SourceEvent> all = source.events();
    return new Iterator<>() {
      private long left = count;

      @Override
      public boolean hasNext() {
        return left > 0 && all.hasNext();
      }

      @Override
      public SourceEvent next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        left--;
        return all.next();
      }
    };
  }

  @Override
  public OptionalLong size() {
    OptionalLong size = source.size();
    return OptionalLong.of(size.isPresent() ? Math.min(count, size.getAsLong()) : count);
  }
}

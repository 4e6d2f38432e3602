package io.rivulet.serialization;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How one immutable type is written to the network and to state. Stateless, with a public
 * constructor without arguments: a snapshot of state names the class and the version, and a later
 * program makes the format anew from the name.
 *
 * <p>To change a format: raise {@link #version()}, write the new form, and keep reading every older
 * one. The class must keep its name.
 */
public interface RecordFormat<T> extends Serializable {
  /** The type that is written. */
  Class<T> type();

  /** The version that {@link #write} writes, counted from 1. */
  int version();

  /** Writes a value, which is not null. */
  void write(T value, DataOutputView out) throws IOException;

  /** Reads a value that was written in the given version, at most {@link #version()}. */
  T read(DataInputView in, int version) throws IOException;
}

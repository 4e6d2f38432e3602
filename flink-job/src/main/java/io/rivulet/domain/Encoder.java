package io.rivulet.domain;

import java.io.Serializable;

/** Makes the bytes of a topic's record out of a stream record. One instance serves one thread. */
public interface Encoder<T> extends Serializable {
  /** The record's key; null for none. */
  byte[] key(T value);

  /** The record's value; null says that what the key stands for is gone. */
  byte[] value(T value);
}

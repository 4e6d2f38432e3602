package io.rivulet.domain;

import java.io.Serializable;

/** Makes a valid stream record out of raw bytes. One instance serves one thread. */
public interface Decoder<T> extends Serializable {
  /**
   * Decodes and validates.
   *
   * @throws BadRecordException if the record cannot be used; its message tells a person why
   */
  T decode(RawRecord raw) throws BadRecordException;
}

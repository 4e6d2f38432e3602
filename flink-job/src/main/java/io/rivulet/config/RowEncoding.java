package io.rivulet.config;

/** How the weights in published rows are written. */
public enum RowEncoding {
  /** Four bytes a weight: nothing is lost. */
  FP32,
  /** Two bytes. */
  FP16,
  /** One byte. */
  INT8
}

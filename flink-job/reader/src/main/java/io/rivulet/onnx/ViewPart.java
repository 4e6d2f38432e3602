package io.rivulet.onnx;

import java.util.List;

/** A part of what the network reads. */
interface ViewPart {
  /** What a view shows of it, one behind the other. */
  List<Value> of(int view);
}

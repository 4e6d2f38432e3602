package io.rivulet.onnx;

/**
 * A tensor that a graph computes, is given, or holds.
 *
 * @param name unique within the graph
 */
record Value(String name) {}

/**
 * A model as ONNX: what {@link io.rivulet.learner.Learner#predict} computes, as a graph of standard
 * operators that any ONNX runtime runs. Parameters are found by the names of their segments.
 */
package io.rivulet.onnx;

package io.rivulet.learner.model;

/**
 * A part of a layer's matrix of weights, with its row and column of the constant one.
 *
 * @param row first of its outputs
 * @param rows number of outputs
 * @param column first of its inputs
 * @param columns number of inputs
 */
record Tile(int row, int rows, int column, int columns) {}

package io.rivulet.learner.model;

/**
 * Numbers that lie together among the dense parameters and in a layer's weights.
 *
 * @param tile index of the tile that holds them
 * @param at index of the first in that tile's matrix
 * @param parameter index of the first dense parameter
 * @param length how many
 */
record Piece(int tile, int at, int parameter, int length) {}

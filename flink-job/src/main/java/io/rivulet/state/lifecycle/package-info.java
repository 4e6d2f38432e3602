/**
 * How long rows are kept: which ids get one, which rows leave again, and the account of both.
 * Everything is kept per key group, so that it moves with the rows when the job is rescaled.
 */
package io.rivulet.state.lifecycle;

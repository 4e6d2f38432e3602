/** The command line: simulate and replay. */
package io.rivulet.sim;

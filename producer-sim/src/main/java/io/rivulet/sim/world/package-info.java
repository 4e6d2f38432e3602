/** Simulated services with hidden tastes, so that the best possible prediction is known. */
package io.rivulet.sim.world;

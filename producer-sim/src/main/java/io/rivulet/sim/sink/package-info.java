/** Where items and events go, and at which pace. */
package io.rivulet.sim.sink;

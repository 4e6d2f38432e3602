/** What can be sent: items and events, from wherever they come. */
package io.rivulet.sim.source;

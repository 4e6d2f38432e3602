package io.rivulet.sim.replay;

import java.util.Map;

/** A user of a data set, with the context that every event of this user has. */
record Person(String id, Map<String, String> context) {}

package io.rivulet.sim.world;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The context of events: every combination of facts is one unmodifiable map, made when it first
 * occurs and shared by all its events.
 */
final class Situation {
  static final List<String> DEVICES = List.of("phone", "tablet", "desktop");
  static final List<String> PLACEMENTS = List.of("home", "search", "related");
  static final int HOURS = 24;

  private final Map<Integer, Map<String, String>> known = new HashMap<>();

  Map<String, String> context(int age, int gender, int device, int placement, int hour) {
    int index = age;
    index = index * Demographics.GENDERS.size() + gender;
    index = index * DEVICES.size() + device;
    index = index * PLACEMENTS.size() + placement;
    index = index * HOURS + hour;
    return known.computeIfAbsent(index, i -> make(age, gender, device, placement, hour));
  }

  private static Map<String, String> make(
      int age, int gender, int device, int placement, int hour) {
    Map<String, String> context = new LinkedHashMap<>();
    context.put("device", DEVICES.get(device));
    context.put("hour", String.valueOf(hour));
    context.put("placement", PLACEMENTS.get(placement));
    context.put("age", Demographics.AGES.get(age));
    context.put("gender", Demographics.GENDERS.get(gender));
    return Collections.unmodifiableMap(context);
  }
}

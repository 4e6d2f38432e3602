package io.rivulet.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.schema.ItemUpdate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldTest {
  @ParameterizedTest
  @EnumSource
  void sameSeedSameStreamAndCatalog(Scenario scenario) {
    List<String> first = print(Worlds.world(scenario, 7));

    assertThat(print(Worlds.world(scenario, 7))).isEqualTo(first);
    assertThat(print(Worlds.world(scenario, 8))).isNotEqualTo(first);
  }

  @Test
  void callingEventsAgainStartsAgain() {
    World world = Worlds.world(Scenario.VIDEO, 1);

    assertThat(Worlds.events(world, 100).map(SimulatedEvent::event))
        .containsExactlyElementsOf(Worlds.events(world, 100).map(SimulatedEvent::event).toList());
  }

  @ParameterizedTest
  @EnumSource
  void eventsAreWellFormed(Scenario scenario) {
    Set<String> ids = new HashSet<>();
    long[] last = {Long.MIN_VALUE};
    Worlds.events(Worlds.world(scenario, 1), 3_000)
        .forEach(
            simulated -> {
              var event = simulated.event();
              assertThat(ids.add(event.getEventId())).isTrue();
              assertThat(scenario.actions()).contains(event.getAction());
              assertThat(event.getEventTime().toEpochMilli()).isGreaterThanOrEqualTo(last[0]);
              last[0] = event.getEventTime().toEpochMilli();
              assertThat(event.getContext())
                  .containsOnlyKeys("device", "hour", "placement", "age", "gender");
              assertThat(simulated.truth()).hasSize(scenario.tasks().size());
            });
  }

  @ParameterizedTest
  @EnumSource
  void catalogGivesEachItemItsClassAndContent(Scenario scenario) {
    Map<String, ItemUpdate> catalog = new HashMap<>();
    World world = Worlds.world(scenario, 1);
    world.catalog().forEachRemaining(item -> catalog.put(item.getItemId(), item));

    assertThat(catalog).hasSize(WorldSettings.ITEMS);
    int classTask = scenario.tasks().size() - 1;
    Worlds.events(world, 1_000)
        .forEach(
            simulated -> {
              ItemUpdate item = catalog.get(simulated.event().getItemId());
              int index = (int) simulated.truth()[classTask];
              assertThat(item.getAttributes())
                  .containsEntry(scenario.attribute(), scenario.classes().get(index));
              assertThat(item.getContent()).hasSize(16).allMatch(Float::isFinite);
            });
  }

  @Test
  void manyUsersAreInterleaved() {
    List<String> users =
        Worlds.events(Worlds.world(Scenario.VIDEO, 1), 10_000)
            .map(simulated -> simulated.event().getUserId())
            .toList();
    int repeats = 0;
    for (int i = 1; i < users.size(); i++) {
      repeats += users.get(i).equals(users.get(i - 1)) ? 1 : 0;
    }

    assertThat(repeats).isLessThan(users.size() / 50);
    assertThat(new HashSet<>(users.subList(0, 1_000))).hasSizeGreaterThan(150);
  }

  @Test
  void tenMillionUsersFitIntoASmallHeap() {
    World world = new World(WorldSettings.of(Scenario.MUSIC, 1).withSize(10_000_000, 1_000));
    Set<String> users = new HashSet<>();
    Worlds.events(world, 200_000).forEach(simulated -> users.add(simulated.event().getUserId()));

    assertThat(users).hasSizeGreaterThan(80_000);
  }

  @Test
  void oneUserAndOneItemAreEnough() {
    World world = new World(WorldSettings.of(Scenario.SOCIAL, 1).withSize(1, 1));

    assertThat(Worlds.events(world, 50))
        .allMatch(
            simulated ->
                simulated.event().getUserId().equals("u0")
                    && simulated.event().getItemId().equals("i0"));
  }

  private static List<String> print(World world) {
    List<String> lines = new ArrayList<>();
    world.catalog().forEachRemaining(item -> lines.add(item.toString()));
    Worlds.events(world, 2_000).forEach(simulated -> lines.add(simulated.event().toString()));
    return lines;
  }
}

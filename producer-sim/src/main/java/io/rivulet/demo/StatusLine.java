package io.rivulet.demo;

import io.rivulet.sim.world.BestReachable;
import java.util.Locale;
import java.util.OptionalLong;

/** The line that the demo prints every second. */
final class StatusLine {
  private final Tally tally;
  private final OptionalLong size;
  private final BestReachable best;
  private long lastSent;
  private long lastScored;

  /**
   * A line about the given tally.
   *
   * @param size number of events in all, if there is an end
   * @param best what the truth itself reaches, or null where it is not known
   */
  StatusLine(Tally tally, OptionalLong size, BestReachable best) {
    this.tally = tally;
    this.size = size;
    this.best = best;
  }

  /** The line for this second. */
  String next(long second, long sent) {
    long scored = tally.scored();
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%4d s  events %,d%s (%,d/s)  trained %,d  scores %,d/s  loop lag %s",
            second,
            sent,
            size.isPresent() ? " of " + String.format(Locale.ROOT, "%,d", size.getAsLong()) : "",
            sent - lastSent,
            tally.trained(),
            scored - lastScored,
            tally.loopLagMillis() < 0 ? "-" : tally.loopLagMillis() + " ms"));
    lastSent = sent;
    lastScored = scored;
    for (int task = 0; task < tally.tasks().size(); task++) {
      TaskTally of = tally.tasks().get(task);
      line.append("  ").append(of.name()).append(' ').append(of.watchedName());
      line.append(number(tally.watched(task)));
      if (best != null) {
        line.append(" (best").append(number(best.value(task))).append(')');
      }
    }
    if (tally.dead() > 0) {
      line.append("  dead ").append(tally.dead()).append(": ").append(tally.lastReason());
    }
    return line.toString();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? " -" : String.format(Locale.ROOT, " %.3f", value);
  }
}

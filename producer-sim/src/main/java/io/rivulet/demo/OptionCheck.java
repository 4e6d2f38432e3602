package io.rivulet.demo;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses options that make no sense, by the names that they have in Maven. */
public record OptionCheck(CommandSpec command) {
  private static final int MOST_LEARNERS = 64;

  /**
   * Refuses an option that is not right.
   *
   * @param remedy what to use instead
   * @throws ParameterException with the option's name, what was found, and the remedy
   */
  public void require(boolean right, String key, Object found, String remedy) {
    if (!right) {
      throw new ParameterException(
          command.commandLine(), key + ": found '" + found + "'; use " + remedy);
    }
  }

  /** Refuses a number that is too small. */
  public void atLeast(long least, String key, long found) {
    require(found >= least, key, found, "a whole number of at least " + least);
  }

  /** Refuses a parallelism that no demo or benchmark can have. */
  public void parallelism(String key, int found) {
    require(
        found >= 1 && found <= MOST_LEARNERS,
        key,
        found,
        "a whole number from 1 to " + MOST_LEARNERS);
  }
}

package io.rivulet.demo.broker;

import java.util.List;

/**
 * How to start a JVM that lives for minutes beside others on few cores. The second compiler stays
 * off: the time that it takes from the others never comes back.
 */
public final class ShortLivedJvm {
  /** The same as {@code quick.jvm.arguments} in the build. */
  public static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseTransparentHugePages");

  private ShortLivedJvm() {}
}

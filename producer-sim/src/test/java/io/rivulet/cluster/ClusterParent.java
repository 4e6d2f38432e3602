package io.rivulet.cluster;

import java.nio.file.Path;

/** A process that starts a cluster, says so, and waits to be killed. */
final class ClusterParent {
  private ClusterParent() {}

  public static void main(String[] args) throws Exception {
    try (StandaloneCluster cluster = StandaloneCluster.start(Path.of(args[0]))) {
      cluster.awaitTaskManagers();
      System.out.println("ready");
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}

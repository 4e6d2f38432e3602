package io.rivulet.cluster;

import io.rivulet.demo.broker.LocalBroker;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What can be killed, and how it comes back. */
enum Fault {
  /** One of the TaskManagers; another takes its place. */
  TASK_MANAGER("task-manager") {
    @Override
    void strike(StandaloneCluster cluster, LocalBroker broker, ClusterRun run, int choice)
        throws Exception {
      cluster.replaceTaskManager(choice % cluster.size());
    }
  },

  /** The JobManager; the job is submitted anew, from its newest complete checkpoint. */
  JOB_MANAGER("job-manager") {
    @Override
    void strike(StandaloneCluster cluster, LocalBroker broker, ClusterRun run, int choice)
        throws Exception {
      cluster.jobManager().kill();
      cluster.startJobManager();
      cluster.awaitTaskManagers();
      run.resubmit(FaultRun.PARALLELISM);
    }
  },

  /** The broker, which stays away for up to ten seconds. */
  BROKER("broker") {
    @Override
    void strike(StandaloneCluster cluster, LocalBroker broker, ClusterRun run, int choice)
        throws Exception {
      broker.kill();
      Thread.sleep(choice % LONGEST_AWAY.toMillis());
      broker.restart();
    }
  };

  private static final Duration LONGEST_AWAY = Duration.ofSeconds(10);

  private final String label;

  Fault(String label) {
    this.label = label;
  }

  /** Any of them. */
  static Fault any(RandomGenerator random) {
    return values()[random.nextInt(values().length)];
  }

  /** The name in a report. */
  String label() {
    return label;
  }

  /**
   * Kills, and brings back.
   *
   * @param run the job that runs, or should
   * @param choice a random number, at least 0, for what is left open
   */
  abstract void strike(StandaloneCluster cluster, LocalBroker broker, ClusterRun run, int choice)
      throws Exception;
}

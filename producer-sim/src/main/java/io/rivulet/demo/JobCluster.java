package io.rivulet.demo;

import io.rivulet.LearnerJob;
import io.rivulet.config.RivuletConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink cluster in this process, with its web page on a loopback port, and the job on it. */
public final class JobCluster implements AutoCloseable {
  private static final String WEB_PORTS = "8081-8181";

  private final MiniCluster cluster;
  private final JobID job;
  private final Path folder;

  /** Comes when the job ends; to ask Flink for its status copies the whole job each time. */
  private final CompletableFuture<JobResult> result;

  private JobCluster(MiniCluster cluster, JobID job, Path folder) {
    this.cluster = cluster;
    this.job = job;
    this.folder = folder;
    result = cluster.requestJobResult(job);
  }

  /**
   * Starts the cluster and submits the job.
   *
   * @param folder where the cluster writes
   */
  public static JobCluster start(RivuletConfig config, int parallelism, Path folder)
      throws Exception {
    return start(config, parallelism, folder, SavepointRestoreSettings.none());
  }

  /** The same with a job that goes on from a savepoint. */
  public static JobCluster restore(
      RivuletConfig config, int parallelism, Path folder, String savepoint) throws Exception {
    return start(config, parallelism, folder, SavepointRestoreSettings.forPath(savepoint));
  }

  private static JobCluster start(
      RivuletConfig config, int parallelism, Path folder, SavepointRestoreSettings from)
      throws Exception {
    Configuration settings = LearnerJob.settings(config);
    settings.set(RestOptions.BIND_PORT, WEB_PORTS);
    settings.set(RestOptions.ADDRESS, "127.0.0.1");
    settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    settings.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
    settings.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
    settings.set(CoreOptions.TMP_DIRS, folder.toString());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    // A job that fails again and again should say why, not restart for ever.
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(parallelism)
                .build());
    cluster.start();
    try {
      StreamExecutionEnvironment environment = new StreamExecutionEnvironment(settings);
      environment.setParallelism(parallelism);
      LearnerJob.build(environment, config);
      JobGraph graph = environment.getStreamGraph().getJobGraph();
      graph.setSavepointRestoreSettings(from);
      JobID job = cluster.submitJob(graph).get().getJobID();
      return new JobCluster(cluster, job, folder);
    } catch (Exception e) {
      cluster.close();
      throw e;
    }
  }

  /** The address of the web page. */
  public String webPage() throws Exception {
    return cluster.getRestAddress().get().toString();
  }

  /**
   * Checks that the job is alive.
   *
   * @throws IllegalStateException with the reason if it has failed
   */
  public void check() throws Exception {
    if (result.isDone() && result.get().getJobStatus().orElse(null) == JobStatus.FAILED) {
      throw new IllegalStateException(
          "The job failed", result.get().getSerializedThrowable().orElse(null));
    }
  }

  /**
   * Takes a checkpoint and waits for it.
   *
   * @throws java.util.concurrent.ExecutionException if not all tasks run yet
   */
  public void checkpoint() throws Exception {
    cluster.triggerCheckpoint(job).get();
  }

  /** Takes the machine away on which the job runs, and puts another one there. */
  public void killTaskManager() throws Exception {
    cluster.terminateTaskManager(0).get();
    cluster.startTaskManager();
  }

  /** Ends the job in good order, everything learned and written; returns its savepoint. */
  public String drain() throws Exception {
    return end(true);
  }

  /** Ends the job so that another one can go on from its savepoint, which is returned. */
  public String stop() throws Exception {
    return end(false);
  }

  private String end(boolean drained) throws Exception {
    return cluster
        .stopWithSavepoint(
            job,
            folder.resolve("savepoint").toUri().toString(),
            drained,
            SavepointFormatType.CANONICAL)
        .get();
  }

  @Override
  public void close() {
    cluster.closeAsync().join();
  }
}

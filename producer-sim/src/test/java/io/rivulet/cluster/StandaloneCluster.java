package io.rivulet.cluster;

import io.rivulet.demo.broker.LoopbackPort;
import io.rivulet.fixture.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Flink cluster as it is run in earnest: a JobManager and two TaskManagers, each a process of its
 * own, reachable on the loopback address only. They end with this process, however it ends.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final int TASK_MANAGERS = 2;

  /** All that a TaskManager may occupy, in mebibytes. */
  static final int TASK_MANAGER_MEMORY = 1600;

  /** As many again as the tests need at parallelism 2: where one is lost, the other can go on. */
  private static final int SLOTS_EACH = 2;

  private final FlinkHome home;
  private final FlinkMemory jobManagerMemory;
  private final FlinkMemory taskManagerMemory;
  private final ClusterApi api;
  private final List<FlinkProcess> taskManagers = new ArrayList<>();
  private FlinkProcess jobManager;
  private int started;

  private StandaloneCluster(FlinkHome home, int restPort) throws IOException, InterruptedException {
    this.home = home;
    jobManagerMemory = FlinkMemory.ofJobManager(home);
    taskManagerMemory = FlinkMemory.ofTaskManager(home);
    api = new ClusterApi(restPort);
  }

  /** Starts all processes and waits until they have found each other. */
  static StandaloneCluster start(Path folder) throws Exception {
    int rpcPort = LoopbackPort.free(0);
    int restPort = LoopbackPort.free(rpcPort);
    FlinkHome home = FlinkHome.create(folder, settings(rpcPort, restPort));
    StandaloneCluster cluster = new StandaloneCluster(home, restPort);
    try {
      cluster.startJobManager();
      for (int i = 0; i < TASK_MANAGERS; i++) {
        cluster.startTaskManager();
      }
      cluster.awaitTaskManagers();
      return cluster;
    } catch (Exception | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private static Map<String, Object> settings(int rpcPort, int restPort) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("jobmanager.rpc.address", "127.0.0.1");
    settings.put("jobmanager.rpc.port", rpcPort);
    settings.put("jobmanager.bind-host", "127.0.0.1");
    settings.put("taskmanager.host", "127.0.0.1");
    settings.put("taskmanager.bind-host", "127.0.0.1");
    settings.put("rest.address", "127.0.0.1");
    settings.put("rest.bind-address", "127.0.0.1");
    settings.put("rest.port", restPort);
    settings.put("jobmanager.memory.process.size", "800m");
    settings.put("taskmanager.memory.process.size", TASK_MANAGER_MEMORY + "m");
    settings.put("taskmanager.memory.task.off-heap.size", "256m");
    settings.put("taskmanager.memory.managed.size", "128m");
    settings.put("taskmanager.numberOfTaskSlots", SLOTS_EACH);
    settings.put("taskmanager.load-balance.mode", "SLOTS");
    settings.put("heartbeat.interval", "1 s");
    settings.put("heartbeat.timeout", "5 s");
    settings.put("restart-strategy.type", "exponential-delay");
    settings.put("restart-strategy.exponential-delay.initial-backoff", "500 ms");
    settings.put("restart-strategy.exponential-delay.max-backoff", "5 s");
    return settings;
  }

  ClusterApi api() {
    return api;
  }

  FlinkCommand flink() {
    return new FlinkCommand(home);
  }

  FlinkProcess jobManager() {
    return jobManager;
  }

  /** Number of TaskManagers. */
  int size() {
    return taskManagers.size();
  }

  /** The TaskManagers that were started, oldest first. */
  FlinkProcess taskManager(int index) {
    return taskManagers.get(index);
  }

  /** Starts a JobManager, in the place of one that was killed. */
  void startJobManager() throws IOException {
    jobManager =
        launch(
            "jobmanager",
            jobManagerMemory,
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint");
  }

  /** Starts one more TaskManager. */
  void startTaskManager() throws IOException {
    taskManagers.add(
        launch(
            "taskmanager-" + ++started,
            taskManagerMemory,
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner"));
  }

  /** Kills a TaskManager and starts a fresh one in its place. */
  void replaceTaskManager(int index) throws IOException {
    taskManagers.remove(index).kill();
    startTaskManager();
  }

  /** Waits until both TaskManagers offer all their slots. */
  void awaitTaskManagers() throws Exception {
    Await.until(
        "two TaskManagers with all slots free",
        () -> {
          jobManager.check();
          for (FlinkProcess taskManager : taskManagers) {
            taskManager.check();
          }
          return api.taskManagers() == TASK_MANAGERS
              && api.freeSlots() == TASK_MANAGERS * SLOTS_EACH;
        });
  }

  private FlinkProcess launch(String name, FlinkMemory memory, String mainClass)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--configDir", home.conf().toString()));
    arguments.addAll(memory.arguments());
    return FlinkProcess.start(
        home.java(memory.jvmOptions(), mainClass, arguments), home.log().resolve(name + ".log"));
  }

  @Override
  public void close() {
    taskManagers.forEach(FlinkProcess::kill);
    if (jobManager != null) {
      jobManager.kill();
    }
  }
}

package io.rivulet.cluster;

import java.io.IOException;
import java.util.List;

/**
 * What Flink's start scripts ask Flink itself for: how the memory of a process is divided.
 *
 * @param jvmOptions options of the JVM
 * @param arguments arguments of the main class
 */
record FlinkMemory(List<String> jvmOptions, List<String> arguments) {
  private static final String MAIN = "org.apache.flink.runtime.util.bash.BashJavaUtils";
  private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

  static FlinkMemory ofJobManager(FlinkHome home) throws IOException, InterruptedException {
    return ask(home, "GET_JM_RESOURCE_PARAMS");
  }

  static FlinkMemory ofTaskManager(FlinkHome home) throws IOException, InterruptedException {
    return ask(home, "GET_TM_RESOURCE_PARAMS");
  }

  private static FlinkMemory ask(FlinkHome home, String question)
      throws IOException, InterruptedException {
    CommandResult answer =
        CommandResult.of(
            home.java(
                List.of("-Xmx128m"),
                MAIN,
                List.of(question, "--configDir", home.conf().toString())));
    List<List<String>> results =
        answer
            .output()
            .lines()
            .filter(line -> line.startsWith(RESULT))
            .map(line -> List.of(line.substring(RESULT.length()).trim().split("\\s+")))
            .toList();
    if (results.size() != 2) {
      throw new IOException(question + " has no answer:\n" + answer.output());
    }
    return new FlinkMemory(results.get(0), results.get(1));
  }
}

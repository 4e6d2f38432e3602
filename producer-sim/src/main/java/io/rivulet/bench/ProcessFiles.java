package io.rivulet.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Linux tells of a process, see proc(5).
 *
 * @param folder the process's folder, such as {@code /proc/self}
 */
record ProcessFiles(Path folder) {
  private static final double TICK = 1e9 / 100;
  private static final int USER_TIME = 11;
  private static final String PEAK = "VmHWM:";

  static ProcessFiles self() {
    return new ProcessFiles(Path.of("/proc/self"));
  }

  static ProcessFiles of(long processId) {
    return new ProcessFiles(Path.of("/proc", Long.toString(processId)));
  }

  /** User and system time so far, in nanoseconds, of threads that have ended too. */
  long cpuNanos() throws IOException {
    return cpuNanos(Files.readString(folder.resolve("stat")));
  }

  /**
   * The same of every thread that lives, by the first 15 characters of its name; threads of one
   * name are added up.
   */
  Map<String, Long> threadCpuNanos() throws IOException {
    Map<String, Long> threads = new TreeMap<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(folder.resolve("task"))) {
      for (Path task : tasks) {
        try {
          String stat = Files.readString(task.resolve("stat"));
          String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
          threads.merge(name, cpuNanos(stat), Long::sum);
        } catch (NoSuchFileException e) {
          // It ended in the meantime.
        }
      }
    }
    return threads;
  }

  /** The most memory, in bytes, that the process has occupied so far. */
  long peakMemory() throws IOException {
    for (String line : Files.readAllLines(folder.resolve("status"))) {
      if (line.startsWith(PEAK)) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException(folder.resolve("status") + ": found no " + PEAK);
  }

  private static long cpuNanos(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
    return (long) (ticks * TICK);
  }
}

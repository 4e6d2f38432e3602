package io.rivulet.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * CPU time so far, in nanoseconds: of every thread of this process by its name, of the process, and
 * of the broker.
 */
record CpuAccount(Map<String, Long> threads, long process, long broker) {
  private static final double TICK = 1e9 / 100;
  private static final int USER_TIME = 11;

  /** Reads the clocks. */
  static CpuAccount now(long brokerPid) throws IOException {
    ThreadMXBean beans = ManagementFactory.getThreadMXBean();
    Map<String, Long> threads = new TreeMap<>();
    for (ThreadInfo info : beans.getThreadInfo(beans.getAllThreadIds())) {
      if (info != null) {
        long nanos = beans.getThreadCpuTime(info.getThreadId());
        threads.merge(info.getThreadName(), Math.max(0, nanos), Long::sum);
      }
    }
    return new CpuAccount(threads, process("self"), process(Long.toString(brokerPid)));
  }

  /** User and system time of a process, see proc(5). */
  private static long process(String id) throws IOException {
    String stat = Files.readString(Path.of("/proc", id, "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
    return (long) (ticks * TICK);
  }

  /** What was used since an earlier reading. */
  CpuAccount since(CpuAccount before) {
    Map<String, Long> used = new TreeMap<>();
    threads.forEach((name, nanos) -> used.put(name, nanos - before.threads.getOrDefault(name, 0L)));
    return new CpuAccount(used, process - before.process, broker - before.broker);
  }
}

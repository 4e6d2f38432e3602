package io.rivulet.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;

/**
 * CPU time so far, in nanoseconds.
 *
 * @param java of every Java thread of this process, by its name
 * @param all of every thread of this process, by the first 15 characters of its name
 * @param process of this process
 * @param broker of the broker
 */
record CpuAccount(Map<String, Long> java, Map<String, Long> all, long process, long broker) {
  /** Reads the clocks. */
  static CpuAccount now(long brokerPid) throws IOException {
    ThreadMXBean beans = ManagementFactory.getThreadMXBean();
    Map<String, Long> java = new TreeMap<>();
    for (ThreadInfo info : beans.getThreadInfo(beans.getAllThreadIds())) {
      if (info != null) {
        long nanos = beans.getThreadCpuTime(info.getThreadId());
        java.merge(info.getThreadName(), Math.max(0, nanos), Long::sum);
      }
    }
    ProcessFiles self = ProcessFiles.self();
    return new CpuAccount(
        java, self.threadCpuNanos(), self.cpuNanos(), ProcessFiles.of(brokerPid).cpuNanos());
  }

  /** What was used since an earlier reading. */
  CpuAccount since(CpuAccount before) {
    return new CpuAccount(
        since(java, before.java),
        since(all, before.all),
        process - before.process,
        broker - before.broker);
  }

  private static Map<String, Long> since(Map<String, Long> now, Map<String, Long> before) {
    Map<String, Long> used = new TreeMap<>();
    now.forEach(
        (name, nanos) -> used.put(name, Math.max(0, nanos - before.getOrDefault(name, 0L))));
    return used;
  }
}

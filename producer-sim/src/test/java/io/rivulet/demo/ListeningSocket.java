package io.rivulet.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A TCP socket that waits for connections, as Linux tells.
 *
 * @param address the address in hexadecimal digits, each 32-bit word in the machine's byte order
 * @param port the port
 */
record ListeningSocket(String address, int port) {
  static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  private static final String LISTEN = "0A";
  private static final Set<String> LOOPBACK =
      Set.of(
          "0100007F", // 127.0.0.1
          "0000000000000000FFFF00000100007F", // the same in IPv6
          "00000000000000000000000001000000"); // ::1

  /** Those of one process. */
  static List<ListeningSocket> of(long process) {
    try {
      Set<String> inodes = inodes(process);
      List<ListeningSocket> sockets = new ArrayList<>();
      for (Path table : TABLES) {
        for (String line : Files.readAllLines(table)) {
          String[] column = line.trim().split("\\s+", -1);
          if (column[3].equals(LISTEN) && inodes.contains(column[9])) {
            String[] local = column[1].split(":", -1);
            sockets.add(new ListeningSocket(local[0], Integer.parseInt(local[1], 16)));
          }
        }
      }
      return sockets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isLoopback() {
    return LOOPBACK.contains(address);
  }

  private static Set<String> inodes(long process) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + process + "/fd"))) {
      for (Path descriptor : descriptors.toList()) {
        String target = target(descriptor);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  /** Empty where it was closed in the meantime. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }
}

package io.rivulet.demo.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.stream.IntStream;

/** Ports on the loopback address. */
public final class LoopbackPort {

  /**
   * Below the range from which operating systems take the local ports of connections: a client that
   * keeps trying to reach a stopped broker there could otherwise take the broker's port itself.
   */
  private static final int FIRST = 20_000;

  private static final int COUNT = 12_000;
  private static final int CONNECT_MILLIS = 500;

  private LoopbackPort() {}

  /** The loopback address with the port. */
  static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * A port that nothing listens on. Where to look first differs from process to process.
   *
   * @param others ports that are spoken for
   * @throws IOException if there is none
   */
  public static int free(int... others) throws IOException {
    int start = (int) (ProcessHandle.current().pid() * 31 % COUNT);
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + (start + i) % COUNT;
      if (IntStream.of(others).noneMatch(other -> other == port) && isFree(port)) {
        return port;
      }
    }
    throw new IOException(
        "no free port from %d to %d on the loopback address".formatted(FIRST, FIRST + COUNT - 1));
  }

  /** Fails with a message for a person if something listens on the port. */
  static void requireFree(int port) throws IOException {
    if (!isFree(port)) {
      throw new IOException(
          ("port %d on %s is taken by another program: stop that program, or choose another port,"
                  + " or 0 for a free one")
              .formatted(port, InetAddress.getLoopbackAddress().getHostAddress()));
    }
  }

  /** Whether something accepts connections on the port. */
  static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(address(port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address(port));
      return true;
    } catch (BindException e) {
      return false;
    }
  }
}

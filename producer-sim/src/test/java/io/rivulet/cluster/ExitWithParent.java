package io.rivulet.cluster;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class in a child process that must not outlive its parent: the process halts
 * when its standard input ends, which is a pipe from the parent and ends however the parent dies.
 */
final class ExitWithParent {
  private ExitWithParent() {}

  /**
   * Runs.
   *
   * @param args the main class, then its arguments
   */
  public static void main(String[] args) throws Exception {
    Thread watch = new Thread(ExitWithParent::haltAfterInput, "exit-with-parent");
    watch.setDaemon(true);
    watch.start();
    try {
      Class.forName(args[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }

  private static void haltAfterInput() {
    try {
      while (System.in.read() >= 0) {
        // the parent never writes
      }
    } catch (IOException e) {
      System.err.println("halting: the pipe from the parent broke: " + e.getMessage());
    }
    Runtime.getRuntime().halt(1);
  }
}

package io.rivulet.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The one temporary folder under which everything is written that the demo writes. */
public final class DemoFolder implements AutoCloseable {
  private final Path path;

  private DemoFolder(Path path) {
    this.path = path;
  }

  /**
   * Creates the folder and points all libraries to it that unpack files of their own. Must come
   * before any of them is used.
   */
  public static DemoFolder create() throws IOException {
    Path path = Files.createTempDirectory("rivulet-demo-");
    Path temporary = Files.createDirectory(path.resolve("tmp"));
    System.setProperty("java.io.tmpdir", temporary.toString());
    System.setProperty("org.bytedeco.javacpp.cachedir", path.resolve("native").toString());
    return new DemoFolder(path);
  }

  /**
   * Creates one of its own somewhere else, for files that are to be on another disk or in memory.
   * It is removed on Ctrl-C too: who frees memory by hand?
   */
  public static DemoFolder in(Path parent) throws IOException {
    DemoFolder folder = new DemoFolder(Files.createTempDirectory(parent, "rivulet-demo-"));
    Runtime.getRuntime().addShutdownHook(new Thread(folder::close, "remove " + folder.path));
    return folder;
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** A file in it. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** Removes the folder with all that is in it, if it is still there. */
  @Override
  public void close() {
    if (Files.notExists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(DemoFolder::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (NoSuchFileException gone) {
      // a library removed it in the meantime, which is what is wanted
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.rivulet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where tasks put the files that they work on, RocksDB's above all, if it is not said. A barrier
 * waits until they are on the disk, and here that is the disk on which the broker keeps all its
 * topics, as it is on no machine that only runs the job: so in memory, where there is enough.
 */
final class WorkFolder {
  private static final Path MEMORY = Path.of("/dev/shm");

  /** Ten million users and what is merged at a time take a part of it. */
  private static final long ENOUGH = 4L << 30;

  private WorkFolder() {}

  /** The folder to use; {@code temporary} if there is no memory for files. */
  static Path orElse(Path temporary) throws IOException {
    return orElse(MEMORY, ENOUGH, temporary);
  }

  static Path orElse(Path memory, long bytes, Path temporary) throws IOException {
    boolean enough =
        Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() >= bytes;
    return enough ? memory : temporary;
  }
}

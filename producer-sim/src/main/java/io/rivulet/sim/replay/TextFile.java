package io.rivulet.sim.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Reads a file of a data set line by line. Lines are read as ISO-8859-1, which keeps every byte;
 * {@link #text} tells which of the two encodings in use a text is in.
 */
final class TextFile {
  private static final long NANOS_BETWEEN_MESSAGES = Duration.ofSeconds(1).toNanos();
  private static final int LINES_BETWEEN_LOOKS = 1 << 14;
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private final Path path;
  private final MalformedLines malformed;
  private final Consumer<String> messages;
  private final LongSupplier nanoClock;

  /** Uses one line; what it throws is counted and reported, and the next line follows. */
  @FunctionalInterface
  interface LineReader {
    void read(String line) throws MalformedLineException;
  }

  TextFile(Path path, MalformedLines malformed, Consumer<String> messages, LongSupplier nanoClock) {
    this.path = path;
    this.malformed = malformed;
    this.messages = messages;
    this.nanoClock = nanoClock;
  }

  /**
   * Reads all lines.
   *
   * @param header what the first line must be; empty if there is no header
   * @throws DataSetException if the header is another one, or no line is valid
   */
  void read(String header, LineReader reader) throws IOException {
    long size = Files.size(path);
    long bytes = 0;
    long lineNumber = 0;
    long valid = 0;
    long lastMessage = nanoClock.getAsLong();
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
      if (!header.isEmpty()) {
        checkHeader(header, lines.readLine());
        lineNumber++;
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        lineNumber++;
        bytes += line.length() + 1;
        valid += use(reader, lineNumber, line);
        if (lineNumber % LINES_BETWEEN_LOOKS == 0
            && nanoClock.getAsLong() - lastMessage >= NANOS_BETWEEN_MESSAGES) {
          lastMessage = nanoClock.getAsLong();
          messages.accept(
              String.format(
                  Locale.ROOT,
                  "%s: %,d lines read, %d %%",
                  name(),
                  lineNumber,
                  100 * bytes / size));
        }
      }
    }
    if (valid == 0) {
      throw new DataSetException(path + ": no valid line among " + lineNumber);
    }
  }

  private int use(LineReader reader, long lineNumber, String line) {
    try {
      reader.read(line);
      return 1;
    } catch (MalformedLineException e) {
      malformed.add(name(), lineNumber, line, e.getMessage());
      return 0;
    }
  }

  private void checkHeader(String header, String line) throws DataSetException {
    String found = line == null ? "" : line.replace(BYTE_ORDER_MARK, "");
    if (!found.equals(header)) {
      throw new DataSetException(
          path + ":1: found '" + found + "'; expected the header '" + header + "'");
    }
  }

  private String name() {
    return path.getFileName().toString();
  }

  /** The text in UTF-8 if its bytes are valid UTF-8, else in ISO-8859-1. */
  static String text(String bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return bytes;
    }
  }
}

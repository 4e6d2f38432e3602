package io.rivulet.sim.replay;

import io.rivulet.schema.ItemUpdate;
import io.rivulet.schema.UserEvent;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small made-up data set on disk, and what came of reading it. */
record Folder(Path path, List<String> messages) {
  Folder(Path path) {
    this(path, new ArrayList<>());
  }

  Folder with(String file, String... lines) throws IOException {
    return with(StandardCharsets.UTF_8, file, lines);
  }

  Folder with(Charset charset, String file, String... lines) throws IOException {
    Files.write(path.resolve(file), List.of(lines), charset);
    return this;
  }

  DataSet read() throws IOException {
    return DataSet.read(path, messages::add);
  }

  static List<UserEvent> events(DataSet dataSet) {
    List<UserEvent> events = new ArrayList<>();
    dataSet.events().forEachRemaining(replayed -> events.add(replayed.event()));
    return events;
  }

  static List<ItemUpdate> catalog(DataSet dataSet) {
    List<ItemUpdate> items = new ArrayList<>();
    dataSet.catalog().forEachRemaining(items::add);
    return items;
  }
}

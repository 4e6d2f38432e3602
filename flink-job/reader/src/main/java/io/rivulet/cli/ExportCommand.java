package io.rivulet.cli;

import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.io.KafkaSnapshotTopic;
import io.rivulet.onnx.OnnxExport;
import io.rivulet.snapshot.ModelStore;
import io.rivulet.snapshot.PublishedVersion;
import io.rivulet.snapshot.SnapshotLog;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exports a version. */
@Command(
    name = "export-onnx",
    mixinStandardHelpOptions = true,
    description = "Writes the dense part of a version as ONNX, with the rows as inputs.",
    footer = {"", "Example:", "  rivulet-cli export-onnx model.onnx"})
final class ExportCommand implements Callable<Integer> {
  @Mixin private TopicOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--model-version",
      paramLabel = "N",
      description = "The version (default: the one that readers use).")
  private Long version;

  @Parameters(paramLabel = "FILE", description = "Where to; an existing file is replaced.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    try (KafkaSnapshotTopic topic = options.open()) {
      SnapshotLog log = LoadedModel.log(topic, options, spec.commandLine().getErr());
      PublishedVersion found = LoadedModel.find(log, version, options);
      LoadedModel model = LoadedModel.load(topic, log, found, options.arm);
      // Nothing is written, and no earlier file lost, if the version cannot be exported.
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ModelStore.View view = model.store().view()) {
        Row row = model.row(view, Table.DENSE, options.arm);
        float[] dense =
            row == null
                ? model.model().layout(Table.DENSE).initial(Table.DENSE.label(), options.arm)
                : row.values();
        OnnxExport.write(
            model.model().spec(),
            dense,
            Map.of("arm", options.arm, "modelVersion", Long.toString(found.number())),
            out);
      }
      Files.write(file, out.toByteArray());
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("version", found.number());
      line.put("file", file.toString());
      new Printed(spec.commandLine().getOut(), options.json).line(line);
      return 0;
    }
  }
}

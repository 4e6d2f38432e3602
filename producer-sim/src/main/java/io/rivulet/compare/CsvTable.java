package io.rivulet.compare;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** The comparison for programs: one line per variant and task, nothing rounded. */
final class CsvTable {
  private static final String HEADER =
      "architecture,weighting,task,figure,better,seeds,mean,sd,transfer,transfer_sd,negative,values";

  private CsvTable() {}

  /** The lines. A field is empty where nothing defines it; {@code values} has one per seed. */
  static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    for (Result result : comparison.results()) {
      for (int task = 0; task < comparison.columns().size(); task++) {
        lines.add(line(comparison, result, task));
      }
    }
    for (Column column : comparison.columns()) {
      if (!Double.isNaN(column.best())) {
        lines.add(
            String.join(
                ",", "best-reachable", "", task(column), "", number(column.best()), ",,,,"));
      }
    }
    return lines;
  }

  private static String line(Comparison comparison, Result result, int task) {
    Sample sample = result.figures().get(task);
    boolean alone = result.alone();
    Transfer transfer = comparison.transfer(result, task);
    return String.join(
        ",",
        result.variant().architectureName(),
        result.variant().weightingName(),
        task(comparison.columns().get(task)),
        String.valueOf(sample.values().size()),
        number(sample.mean()),
        number(sample.deviation()),
        alone ? "" : number(transfer.gain()),
        alone ? "" : number(transfer.deviation()),
        alone ? "" : String.valueOf(transfer.negative()),
        sample.values().stream().map(CsvTable::number).collect(joining(" ")));
  }

  private static String task(Column column) {
    Figure figure = column.figure();
    return String.join(",", column.task(), figure.label(), figure.moreIsBetter() ? "more" : "less");
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.valueOf(value);
  }
}

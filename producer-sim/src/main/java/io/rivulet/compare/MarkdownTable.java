package io.rivulet.compare;

import java.util.ArrayList;
import java.util.List;

/** The comparison for people: a Markdown table that is aligned as plain text too. */
final class MarkdownTable {
  private static final String NEGATIVE = " ▼";

  /** Blanks in place of the mark, so that numbers stand under each other. */
  private static final String UNMARKED = "  ";

  private static final int NAMES = 2;

  private MarkdownTable() {}

  /** The lines: conditions, table, legend. */
  static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(comparison.title());
    lines.add("");
    comparison.conditions().forEach(condition -> lines.add("- " + condition));
    lines.add("");
    lines.addAll(aligned(rows(comparison)));
    lines.add("");
    lines.addAll(legend(comparison));
    return lines;
  }

  private static List<List<String>> rows(Comparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("architecture", "weighting"));
    for (Column column : comparison.columns()) {
      head.add(column.task() + " " + column.figure().label());
      head.add("transfer");
    }
    rows.add(head);
    for (Result result : comparison.results()) {
      Variant variant = result.variant();
      List<String> row =
          new ArrayList<>(List.of(variant.architectureName(), variant.weightingName()));
      for (int task = 0; task < comparison.columns().size(); task++) {
        row.add(Numbers.spread(result.figures().get(task)));
        row.add(result.alone() ? "" : cell(comparison.transfer(result, task)));
      }
      rows.add(row);
    }
    if (comparison.columns().stream().anyMatch(column -> !Double.isNaN(column.best()))) {
      List<String> row = new ArrayList<>(List.of("best reachable", ""));
      for (int task = 0; task < comparison.columns().size(); task++) {
        row.add(Numbers.figure(comparison.columns().get(task).best()));
        row.add(Numbers.signed(comparison.reachable(task)) + UNMARKED);
      }
      rows.add(row);
    }
    return rows;
  }

  private static String cell(Transfer transfer) {
    return Numbers.signed(transfer.gain()) + (transfer.negative() ? NEGATIVE : UNMARKED);
  }

  private static List<String> aligned(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("|");
      for (int i = 0; i < widths.length; i++) {
        String blank = " ".repeat(widths[i] - row.get(i).length());
        line.append(' ').append(i < NAMES ? row.get(i) + blank : blank + row.get(i)).append(" |");
      }
      lines.add(line.toString());
    }
    StringBuilder rule = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      rule.append("-".repeat(widths[i] + 1)).append(i < NAMES ? "-|" : ":|");
    }
    lines.add(1, rule.toString());
    return lines;
  }

  private static List<String> legend(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "single-task, equal: each task alone, with vectors, categories, statistics, layers and"
            + " biases of its own.");
    lines.add(
        "transfer: how much better a task is than alone; below 0 it loses by sharing (negative"
            + " transfer).");
    lines.add(
        comparison.seeds() > 1
            ? "▼: it loses more than the standard deviation of the difference between two seeds."
            : "One seed: no standard deviation, so no loss is marked.");
    long rejected = comparison.results().stream().mapToLong(Result::rejected).sum();
    if (rejected > 0) {
      lines.add(rejected + " examples could not be learned from (a number was not finite).");
    }
    return lines;
  }
}

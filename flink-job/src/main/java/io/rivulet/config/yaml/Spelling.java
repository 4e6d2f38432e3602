package io.rivulet.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant by a misspelt name. */
final class Spelling {
  private Spelling() {}

  /** The sentence "did you mean 'x'? " for the nearest candidate; empty if none is near. */
  static String hint(String written, Collection<String> candidates) {
    Optional<String> nearest =
        candidates.stream().min(Comparator.comparingInt(name -> distance(written, name)));
    int tolerated = Math.max(2, written.length() / 3);
    return nearest
        .filter(name -> distance(written, name) <= tolerated)
        .map(name -> "did you mean '" + name + "'? ")
        .orElse("");
  }

  /** Edit distance (Levenshtein, 1965), blind to case. */
  private static int distance(String left, String right) {
    String from = left.toLowerCase(Locale.ROOT);
    String to = right.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }
}

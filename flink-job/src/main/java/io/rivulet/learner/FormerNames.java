package io.rivulet.learner;

import io.rivulet.learner.layout.ArraySchema;
import io.rivulet.learner.layout.ArraySchema.Part;

/**
 * What parts of arrays were called by earlier releases.
 *
 * <p>A row once had a part for the last few labels of users and another one for those of items, of
 * which a user's row filled the first and an item's the second.
 */
public final class FormerNames {
  private static final String RECENT = "statistics/recent";
  private static final String RECENT_OF = RECENT + "-of-";

  private FormerNames() {}

  /**
   * The parts of an array as they are called today; those that were never filled have no name.
   *
   * @param table the array's table: user, item or dense
   */
  public static ArraySchema today(String table, ArraySchema before) {
    return new ArraySchema(
        before.parts().stream()
            .map(part -> new Part(today(table, part.name()), part.shape()))
            .toList());
  }

  private static String today(String table, String name) {
    if (!name.startsWith(RECENT_OF)) {
      return name;
    }
    String filled = RECENT_OF + table + "/";
    return name.startsWith(filled) ? RECENT + "/" + name.substring(filled.length()) : "";
  }
}

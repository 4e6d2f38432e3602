package io.rivulet.domain;

/** The kinds of parameters; each has one owner. */
public enum Table {
  /** One row per user, owned by the learner that its events go to. */
  USER("user", 0),
  /** One row per item, owned by the item owner. */
  ITEM("item", 1),
  /** One array per arm, owned by the dense owner. */
  DENSE("dense", 2);

  private final String label;
  private final byte code;

  Table(String label, int code) {
    this.label = label;
    this.code = (byte) code;
  }

  /** The name on topics, and in the hash that makes new rows. */
  public String label() {
    return label;
  }

  /** The number that stands for the table in state; never changes. */
  public byte code() {
    return code;
  }

  /**
   * The table of a label.
   *
   * @throws IllegalArgumentException if no table is called so
   */
  public static Table ofLabel(String label) {
    for (Table table : values()) {
      if (table.label.equals(label)) {
        return table;
      }
    }
    throw new IllegalArgumentException("no table is called '" + label + "'");
  }

  /**
   * The table of a code.
   *
   * @throws IllegalArgumentException if no table has it
   */
  public static Table ofCode(byte code) {
    for (Table table : values()) {
      if (table.code == code) {
        return table;
      }
    }
    throw new IllegalArgumentException("no table has the code " + code);
  }
}

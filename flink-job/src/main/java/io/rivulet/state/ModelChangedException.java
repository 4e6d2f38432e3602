package io.rivulet.state;

import java.io.Serial;

/** A checkpoint holds another model than the configuration; the message says where they differ. */
public final class ModelChangedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  ModelChangedException(String message) {
    super(message);
  }

  /** Of a checkpoint that was made under another arm's name. */
  public static ModelChangedException ofArm(String found, String configured) {
    return new ModelChangedException(
        String.format(
            "The checkpoint holds the model of arm '%s', the configuration's arm is '%s'. Set arm to"
                + " '%s', or start without a checkpoint",
            found, configured, found));
  }
}

package io.rivulet.learner.spec;

import java.io.Serializable;

/** The content vector of an item, such as an embedding of its image or text. */
public record ContentSpec(
    @Key(
            value =
                "Length of the catalog's content vectors, 0 to 65536. 0: content is not used. An"
                    + " event on an item with content of another length is a dead letter.",
            otherwise = "0")
        int length,
    @Key(value = "Length of the learned projection that the network reads, >= 1.", otherwise = "8")
        int dimension)
    implements Serializable {

  /** Checks the ranges. */
  public ContentSpec {
    Checks.within("length", length, 0, 65536);
    Checks.atLeast("dimension", dimension, 1);
  }
}

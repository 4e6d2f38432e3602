package io.rivulet.learner.spec;

import java.io.Serializable;

/** The wide part beside the network: biases, and the product of user's and item's vector. */
public record WideSpec(
    @Key(
            value =
                "Step size of the users' and items' biases as a multiple of `rows.learningRate`,"
                    + " > 0.",
            otherwise = "0.2")
        double biasRate,
    @Key(
            value =
                "Step size of the scale with which each task adds the product of the vectors, as a"
                    + " multiple of `dense.learningRate`, > 0. The scale starts from 0.",
            otherwise = "0.03")
        double productRate,
    @Key(
            value =
                "How strongly the product of the vectors is pulled along what the model still gets"
                    + " wrong, >= 0, so that the network finds it in its inputs. 0: plain gradients.",
            otherwise = "1.0")
        double alignment)
    implements Serializable {

  /** Checks the ranges. */
  public WideSpec {
    Checks.positive("biasRate", biasRate);
    Checks.positive("productRate", productRate);
    Checks.notNegative("alignment", alignment);
  }
}

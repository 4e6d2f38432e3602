package io.rivulet.learner;

/** Examples for tests. */
final class Examples {
  private Examples() {}

  /** The same with rows and labels of its own. */
  static Example copy(Example example) {
    return new Example(
        example.user().clone(),
        example.item().clone(),
        example.features(),
        example.labels().clone(),
        example.weight());
  }
}

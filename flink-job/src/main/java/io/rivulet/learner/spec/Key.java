package io.rivulet.learner.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one configuration key: the record component it stands on. The configuration reader
 * fills in the default, and the configuration reference is generated from both.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** The meaning, with unit and range, in one or two sentences. */
  String value();

  /** The YAML text of the default; the key is required where this is {@link #REQUIRED}. */
  String otherwise() default REQUIRED;

  /** Marks a key without a default. */
  String REQUIRED = "<required>";
}

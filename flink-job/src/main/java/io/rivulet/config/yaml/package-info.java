/**
 * From a YAML text to validated records: one binder for all of them, with messages that name file,
 * line, key, what was found and what to write instead.
 */
package io.rivulet.config.yaml;

package io.rivulet.config;

import io.rivulet.config.yaml.SecretReference;
import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;

/** A file of certificates and keys. */
public record StoreConfig(
    @Key(
            value =
                "The file, at the same path on every machine: `.pem` or `.crt` (PEM), `.p12` or"
                    + " `.pfx` (PKCS #12), `.jks`. Empty: none.",
            otherwise = "")
        String file,
    @Key(
            value = "Password of the file and of the key within; of a PEM file, that of its key.",
            otherwise = "")
        SecretReference password)
    implements Serializable {

  /** No file. */
  static final StoreConfig NONE = new StoreConfig("", SecretReference.NONE);

  /** Checks that the format can be told, and that a password is one of something. */
  public StoreConfig {
    if (!file.isEmpty() && StoreFormat.of(file).isEmpty()) {
      throw new SpecException("file", file, "a name that ends in .pem, .crt, .p12, .pfx or .jks");
    }
    if (file.isEmpty() && password.isPresent()) {
      throw new SpecException("file", file, "the file that the password opens");
    }
  }

  /** Whether there is a file. */
  public boolean isPresent() {
    return !file.isEmpty();
  }

  /**
   * The file's format.
   *
   * @throws java.util.NoSuchElementException if there is no file
   */
  public StoreFormat format() {
    return StoreFormat.of(file).orElseThrow();
  }
}

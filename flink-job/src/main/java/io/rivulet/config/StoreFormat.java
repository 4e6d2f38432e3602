package io.rivulet.config;

import java.util.Optional;

/** Formats of files that hold certificates and keys, told apart by the ends of their names. */
public enum StoreFormat {
  /** Text between BEGIN and END lines. */
  PEM,
  /** What {@code keytool} makes. */
  PKCS12,
  /** Java's older format. */
  JKS;

  /** The format of a file, empty if its name does not tell. */
  static Optional<StoreFormat> of(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1);
    return switch (ending) {
      case "pem", "crt" -> Optional.of(PEM);
      case "p12", "pfx" -> Optional.of(PKCS12);
      case "jks" -> Optional.of(JKS);
      default -> Optional.empty();
    };
  }
}

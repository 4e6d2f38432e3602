package io.rivulet.config;

/** How a password is proved to a broker. */
public enum SaslMechanism {
  /** Salted challenge and response (RFC 5802, RFC 7677): the password is never sent. */
  SCRAM_SHA_256,
  /** The same with SHA-512. */
  SCRAM_SHA_512,
  /** The password is sent (RFC 4616), within TLS. */
  PLAIN
}

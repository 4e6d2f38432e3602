package io.rivulet.config;

/** How a Kafka listener is talked to. A log-in without encryption is not among them. */
public enum SecurityProtocol {
  /** Neither encrypted nor logged in. */
  PLAINTEXT,
  /** TLS; the job may show a certificate of its own. */
  SSL,
  /** TLS, and a log-in with name and password. */
  SASL_SSL
}

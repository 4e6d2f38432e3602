package io.rivulet.io;

import io.rivulet.config.KafkaConfig;
import io.rivulet.config.yaml.ConfigException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;

/** Says of a TLS handshake that failed which side did not trust the other, and why. */
final class HandshakeErrors {
  private final KafkaConfig kafka;

  HandshakeErrors(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  ConfigException of(Throwable error) {
    String brokers = kafka.bootstrapServers();
    if (has(CertPathBuilderException.class, error)
        || has(CertPathValidatorException.class, error)) {
      return ConnectionErrors.error(
          "security.truststore.file",
          kafka.security().truststore().file(),
          "which does not vouch for the certificate of " + brokers + " (" + root(error) + ")",
          "a file with the certificate of the authority that signed the brokers' certificates",
          error);
    }
    if (has(CertificateException.class, error)) {
      return ConnectionErrors.error(
          "bootstrapServers",
          brokers,
          "whose certificate is for another name (" + root(error) + ")",
          "the name that the certificate carries",
          error);
    }
    return ConnectionErrors.error(
        "security.keystore.file",
        kafka.security().keystore().file(),
        "and " + brokers + " broke off the TLS handshake (" + root(error) + ")",
        "a keystore with a certificate that the brokers trust, and kafka.security.protocol as this"
            + " listener wants it",
        error);
  }

  private static boolean has(Class<? extends Throwable> type, Throwable error) {
    return error != null && (type.isInstance(error) || has(type, error.getCause()));
  }

  private static String root(Throwable error) {
    return Optional.ofNullable(error.getCause())
        .map(HandshakeErrors::root)
        .orElse(error.getMessage());
  }
}

package io.rivulet.config;

import io.rivulet.config.yaml.EnumNames;
import io.rivulet.config.yaml.SecretReference;
import io.rivulet.learner.spec.Key;
import io.rivulet.learner.spec.SpecException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the job's Kafka clients encrypt, whom they trust, and as whom they log in. */
public record SecurityConfig(
    @Key(
            value =
                "`plaintext`: neither encrypted nor logged in. `ssl`: TLS, with a `keystore` mutual"
                    + " TLS. `sasl-ssl`: TLS, and a log-in with `username` and `password`.",
            otherwise = "plaintext")
        SecurityProtocol protocol,
    @Key(
            value =
                "Certificates of the authorities that sign the brokers' certificates. No file:"
                    + " those that Java knows.",
            otherwise = "{}")
        StoreConfig truststore,
    @Key(
            value =
                "The job's own certificate and private key, for brokers that ask for one. No file:"
                    + " none.",
            otherwise = "{}")
        StoreConfig keystore,
    @Key(value = "How the password is proved.", otherwise = "scram-sha-512")
        SaslMechanism mechanism,
    @Key(value = "Name of the user to log in as.", otherwise = "") String username,
    @Key(value = "Password of this user.", otherwise = "") SecretReference password)
    implements Serializable {

  /** Neither encrypted nor logged in. */
  public static final SecurityConfig NONE =
      new SecurityConfig(
          SecurityProtocol.PLAINTEXT,
          StoreConfig.NONE,
          StoreConfig.NONE,
          SaslMechanism.SCRAM_SHA_512,
          "",
          SecretReference.NONE);

  /** Checks that the parts fit together. */
  public SecurityConfig {
    boolean login = !username.isEmpty() || password.isPresent();
    boolean files = truststore.isPresent() || keystore.isPresent();
    if (login && protocol != SecurityProtocol.SASL_SSL) {
      throw new SpecException(
          "protocol", EnumNames.of(protocol), "sasl-ssl: username or password is set");
    }
    if (files && protocol == SecurityProtocol.PLAINTEXT) {
      throw new SpecException(
          "protocol", EnumNames.of(protocol), "ssl or sasl-ssl: truststore or keystore is set");
    }
    if (protocol == SecurityProtocol.SASL_SSL && username.isEmpty()) {
      throw new SpecException("username", username, "the name of the user that sasl-ssl logs in");
    }
    if (protocol == SecurityProtocol.SASL_SSL && !password.isPresent()) {
      throw new SpecException("password", "", "${NAME} or file:PATH, where the password is found");
    }
    if (truststore.isPresent()
        && truststore.format() == StoreFormat.PEM
        && truststore.password().isPresent()) {
      throw new SpecException(
          "truststore.password", truststore.password(), "no password: a PEM truststore has none");
    }
    if (keystore.isPresent()
        && keystore.format() != StoreFormat.PEM
        && !keystore.password().isPresent()) {
      throw new SpecException("keystore.password", "", "${NAME} or file:PATH, where it is found");
    }
  }

  /** The references to secrets by their keys here. */
  public Map<String, SecretReference> secrets() {
    Map<String, SecretReference> secrets = new LinkedHashMap<>();
    secrets.put("truststore.password", truststore.password());
    secrets.put("keystore.password", keystore.password());
    secrets.put("password", password);
    secrets.values().removeIf(secret -> !secret.isPresent());
    return secrets;
  }
}

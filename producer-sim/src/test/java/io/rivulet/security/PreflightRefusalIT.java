package io.rivulet.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rivulet.config.RivuletConfig;
import io.rivulet.config.yaml.ConfigException;
import io.rivulet.io.KafkaPreflight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a broker refuses ends in one message before the job is submitted, and soon. */
final class PreflightRefusalIT {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @TempDir private static Path folder;

  private static SecuredBroker broker;
  private static Path password;

  @BeforeAll
  static void start() throws Exception {
    broker = SecuredBroker.start(folder);
    broker.createTopics(JobUser.TOPICS);
    password = broker.createUser("rivulet");
    JobUser.allowAll(broker, "rivulet");
    JobUser.allowAll(broker, "CN=job");
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void theRightPasswordIsLetIn() throws Exception {
    RivuletConfig config =
        config(broker.logInAddress(), JobUser.logIn(broker, "rivulet", password));

    assertThatCode(() -> new KafkaPreflight(config, PATIENCE).run()).doesNotThrowAnyException();
  }

  @Test
  void theRightCertificateIsLetIn() throws Exception {
    RivuletConfig pkcs12 = config(broker.mutualAddress(), JobUser.mutual(broker));
    RivuletConfig pem =
        config(
            broker.mutualAddress(),
            "protocol: ssl, truststore: {file: '%s'}, keystore: {file: '%s'}"
                .formatted(broker.certificate(), broker.job().pem()));

    assertThatCode(() -> new KafkaPreflight(pkcs12, PATIENCE).run()).doesNotThrowAnyException();
    assertThatCode(() -> new KafkaPreflight(pem, PATIENCE).run()).doesNotThrowAnyException();
  }

  @Test
  void aWrongPassword() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong"), "xyzzy-wrong");
    String security = JobUser.logIn(broker, "rivulet", wrong);

    assertThat(refusal(broker.logInAddress(), security))
        .startsWith(
            "kafka.security.username: found 'rivulet', whose log-in "
                + broker.logInAddress()
                + " refused (")
        .contains("; use a user that the brokers know", "its password in file:" + wrong)
        .doesNotContain("xyzzy");
  }

  @Test
  void aMechanismThatTheBrokerDoesNotOffer() throws Exception {
    String security = JobUser.logIn(broker, "rivulet", password) + ", mechanism: scram-sha-256";

    assertThat(refusal(broker.logInAddress(), security))
        .startsWith("kafka.security.mechanism: found 'scram-sha-256', which ")
        .contains("SCRAM-SHA-512");
  }

  @Test
  void aBrokerThatTheTruststoreDoesNotVouchFor() throws Exception {
    String security = JobUser.logIn(broker, "rivulet", password);
    Path stranger = Identity.create(folder, "stranger").certificate();

    assertThat(
            refusal(
                broker.logInAddress(),
                security.replace(broker.certificate().toString(), stranger.toString())))
        .startsWith(
            "kafka.security.truststore.file: found '"
                + stranger
                + "', which does not vouch for the certificate of "
                + broker.logInAddress())
        .contains("; use a file with the certificate of the authority");
    assertThat(refusal(broker.mutualAddress(), "protocol: ssl"))
        .startsWith("kafka.security.truststore.file: found '', which does not vouch for");
  }

  @Test
  void aCertificateForAnotherName() throws Exception {
    String address = broker.logInAddress().replace("127.0.0.1", "localhost");

    assertThat(refusal(address, JobUser.logIn(broker, "rivulet", password)))
        .startsWith("kafka.bootstrapServers: found '" + address + "', whose certificate is for")
        .contains("localhost");
  }

  @Test
  void aJobWithoutACertificateThatTheBrokerTrusts() throws Exception {
    String trusting = "protocol: ssl, truststore: {file: '" + broker.certificate() + "'}";
    Path stranger = Identity.create(folder, "intruder").pem();

    assertThat(refusal(broker.mutualAddress(), trusting))
        .startsWith("kafka.security.keystore.file: found '', and " + broker.mutualAddress())
        .contains("; use a keystore with a certificate that the brokers trust");
    assertThat(refusal(broker.mutualAddress(), trusting + ", keystore: {file: '" + stranger + "'}"))
        .startsWith("kafka.security.keystore.file: found '" + stranger + "', and ");
  }

  @Test
  void theWrongProtocolForAListener() throws Exception {
    assertThat(refusal(broker.logInAddress(), "protocol: plaintext"))
        .startsWith("kafka.bootstrapServers: found '" + broker.logInAddress() + "', no broker")
        .contains("kafka.security as this listener of the brokers wants it ('plaintext' now)");
    assertThat(refusal(broker.openAddress(), JobUser.logIn(broker, "rivulet", password)))
        .contains(broker.openAddress());
  }

  @Test
  void eachMissingRightWithItsTopic() throws Exception {
    Path its = broker.createUser("limited");
    broker.allow(
        "limited", AclOperation.WRITE, "user-events", "scores", "dead-letters", "recommendations");
    broker.allow(
        "limited", AclOperation.READ, "item-catalog", "metrics", "parameters", "score-requests");

    String message = refusal(broker.logInAddress(), JobUser.logIn(broker, "limited", its));

    assertThat(message.lines())
        .hasSize(6)
        .allMatch(line -> line.contains("User:limited lacks the right to "))
        .allMatch(line -> line.contains(" on " + broker.logInAddress() + "; grant it ("))
        .anyMatch(line -> line.startsWith("kafka.topics.userEvents: found 'user-events', where"))
        .anyMatch(line -> line.contains("--operation READ --topic user-events)"))
        .anyMatch(line -> line.contains("--operation WRITE --topic metrics)"))
        .anyMatch(line -> line.contains("--operation WRITE --topic parameters)"))
        .anyMatch(line -> line.contains("--operation WRITE --topic model-snapshots)"))
        .anyMatch(
            line ->
                line.contains(
                    "--operation WRITE --resource-pattern-type prefixed --transactional-id"
                        + " rivulet-champion-snapshot-sink)"))
        .anyMatch(line -> line.startsWith("kafka.group: found 'rivulet', where "))
        .anyMatch(line -> line.contains("--operation READ --group rivulet)"));
  }

  @Test
  void topicsThatTheJobMayNotEvenSee() throws Exception {
    Path its = broker.createUser("blind");

    assertThat(refusal(broker.logInAddress(), JobUser.logIn(broker, "blind", its)).lines())
        .hasSize(JobUser.TOPICS.length + 2)
        .anyMatch(line -> line.startsWith("kafka.group: found 'rivulet', where "))
        .anyMatch(line -> line.contains("--transactional-id rivulet-champion-snapshot-sink)"))
        .anyMatch(line -> line.contains("--operation READ --operation WRITE --topic parameters)"));
  }

  /** The message, which must come in time and hold no secret, as all that led to it. */
  private static String refusal(String bootstrapServers, String security) throws Exception {
    RivuletConfig config = config(bootstrapServers, security);
    long start = System.nanoTime();

    ConfigException error =
        catchThrowableOfType(
            ConfigException.class, () -> new KafkaPreflight(config, PATIENCE).run());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.multipliedBy(2));
    assertThat(error).isNotNull();
    assertThat(Texts.of(error)).doesNotContain(Files.readString(password));
    return error.getMessage();
  }

  private static RivuletConfig config(String bootstrapServers, String security) {
    return JobUser.config(bootstrapServers, security, folder);
  }
}

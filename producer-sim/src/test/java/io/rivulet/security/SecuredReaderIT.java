package io.rivulet.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rivulet.fixture.CommandRun;
import io.rivulet.fixture.PublishedVersions;
import io.rivulet.reader.ModelReader;
import io.rivulet.reader.ReaderSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader and its command line log in as any client of Kafka, and tell no secret. */
final class SecuredReaderIT {
  private static final String WRONG = "xyzzy-plugh";
  private static final String[] TOPICS = {"model-snapshots", "item-catalog"};

  @TempDir private static Path folder;

  private static SecuredBroker broker;
  private static PublishedVersions versions;
  private static String password;

  @BeforeAll
  static void start() throws Exception {
    broker = SecuredBroker.start(folder);
    versions = PublishedVersions.three(broker.openAddress(), TOPICS[0]);
    broker.createTopics(TOPICS[1]);
    password = Files.readString(broker.createUser("reader"));
    broker.allow("reader", AclOperation.READ, TOPICS);
    broker.allow("CN=job", AclOperation.READ, TOPICS);
    broker.allow("CN=job", AclOperation.WRITE, TOPICS[0]);
  }

  @AfterAll
  static void stop() {
    versions.close();
    broker.close();
  }

  /** A file for {@code --kafka-properties}, as Kafka's own tools take it. */
  private static Path logIn(String user, String secret, Path certificate) throws Exception {
    return properties(
        """
        security.protocol=SASL_SSL
        ssl.truststore.type=PEM
        ssl.truststore.location=%s
        sasl.mechanism=SCRAM-SHA-512
        sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \
        username="%s" password="%s";
        """
            .formatted(certificate, user, secret));
  }

  private static Path properties(String text) throws Exception {
    return Files.writeString(Files.createTempFile(folder, "client", ".properties"), text);
  }

  /** Runs a command at debug level; neither it nor the log tells a secret. */
  private static CommandRun run(String address, Path properties, String... words) throws Exception {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--kafka-properties";
    all[words.length + 1] = properties.toString();
    try (DebugLog log = DebugLog.open(Files.createTempFile(folder, "run", ".log"))) {
      CommandRun run = CommandRun.on(address, all);
      assertThat(log.text()).contains("bootstrap.servers = [" + address + "]");
      for (String text : List.of(log.text(), run.out(), run.messages())) {
        assertThat(text).doesNotContain(password, "xyzzy", "plugh", broker.job().password());
      }
      return run;
    }
  }

  @Test
  void theRightPasswordIsLetIn() throws Exception {
    Path file = logIn("reader", password, broker.certificate());

    assertThat(run(broker.logInAddress(), file, "versions").lines()).hasSize(3);
    assertThat(
            run(broker.logInAddress(), file, "score", "--user", "anna", "--item", "film").lines())
        .singleElement()
        .asString()
        .endsWith("version 3  coldUser false  coldItem false");
    assertThat(run(broker.logInAddress(), file, "current", "1").refusal())
        .as("who may read may not mark")
        .isEqualTo(
            "rivulet-cli: the topic model-snapshots takes no record: Not authorized to access"
                + " topics: [model-snapshots]");
  }

  @Test
  void theRightCertificateIsLetIn() throws Exception {
    Path file =
        properties(
            """
            security.protocol=SSL
            ssl.truststore.type=PEM
            ssl.truststore.location=%s
            ssl.keystore.location=%s
            ssl.keystore.password=%s
            """
                .formatted(broker.certificate(), broker.job().keystore(), broker.job().password()));

    assertThat(run(broker.mutualAddress(), file, "current", "newest").lines())
        .containsExactly("current newest");
    assertThat(run(broker.mutualAddress(), file, "diff", "1", "3").lines()).hasSize(3);
  }

  @Test
  void aWrongPassword() throws Exception {
    Path file = logIn("reader", WRONG, broker.certificate());

    for (String line : List.of("versions", "tail", "score --user anna --item film")) {
      assertThat(run(broker.logInAddress(), file, line.split(" ")).refusal())
          .startsWith(
              "rivulet-cli: brokers " + broker.logInAddress() + ": Authentication failed during")
          .endsWith("; look at user, password and certificates in --kafka-properties");
    }
  }

  @Test
  void aBrokerThatTheTruststoreDoesNotVouchFor() throws Exception {
    Path stranger = Identity.create(folder, "stranger").certificate();

    assertThat(
            run(broker.logInAddress(), logIn("reader", password, stranger), "versions").refusal())
        .startsWith("rivulet-cli: brokers " + broker.logInAddress() + ": SSL handshake failed: ")
        .contains("PKIX path")
        .endsWith("; look at user, password and certificates in --kafka-properties");
    Path missing = folder.resolve("missing.crt");
    assertThat(run(broker.logInAddress(), logIn("reader", password, missing), "versions").refusal())
        .contains("Failed to construct kafka consumer: ", missing.toString());
  }

  @Test
  void aUserWhoMayNotRead() throws Exception {
    Path file = logIn("blind", Files.readString(broker.createUser("blind")), broker.certificate());

    assertThat(run(broker.logInAddress(), file, "versions").refusal())
        .isEqualTo(
            "rivulet-cli: brokers %s: Not authorized to access topics: [model-snapshots]"
                .formatted(broker.logInAddress()));
  }

  @Test
  void aFileWithoutTheSecurityThatTheBrokerWants() throws Exception {
    Path file =
        properties(
            """
            default.api.timeout.ms=1500
            request.timeout.ms=1500
            """);

    assertThat(run(broker.logInAddress(), file, "versions").refusal())
        .startsWith("rivulet-cli: brokers " + broker.logInAddress() + ": Timeout ")
        .endsWith("that --kafka-properties has the security that it wants");
  }

  /** Kafka's message names the word that it did not expect: here a part of the password. */
  @Test
  void aPasswordWithoutItsQuotationMarks() throws Exception {
    Path right = logIn("reader", "xyzzy plugh", broker.certificate());
    Path file = properties(Files.readString(right).replace("\"xyzzy plugh\"", "xyzzy plugh"));

    assertThat(run(broker.logInAddress(), file, "versions").refusal())
        .startsWith("rivulet-cli: brokers " + broker.logInAddress() + ": sasl.jaas.config of")
        .endsWith("write LOGIN-MODULE required username=\"NAME\" password=\"PASSWORD\";");
  }

  @Test
  void theReaderInAProgram() throws Exception {
    ReaderSettings right = settings(logIn("reader", password, broker.certificate()));
    try (ModelReader reader = ModelReader.open(right)) {
      assertThat(reader.version()).isEqualTo(3);
      assertThat(reader.problem()).isNull();
    }
    assertThat(right.toString()).contains("sasl.jaas.config").doesNotContain(password);

    ReaderSettings wrong = settings(logIn("reader", WRONG, broker.certificate()));
    Exception error =
        catchThrowableOfType(
            SaslAuthenticationException.class, () -> ModelReader.open(wrong).close());
    assertThat(Texts.of(error)).contains("Authentication failed").doesNotContain(WRONG);
  }

  private static ReaderSettings settings(Path file) throws Exception {
    Properties properties = new Properties();
    try (var text = Files.newBufferedReader(file)) {
      properties.load(text);
    }
    Map<String, String> kafka = new HashMap<>();
    properties.stringPropertyNames().forEach(name -> kafka.put(name, properties.getProperty(name)));
    kafka.put("bootstrap.servers", broker.logInAddress());
    return new ReaderSettings(kafka, TOPICS[0], TOPICS[1], PublishedVersions.ARM, null);
  }
}

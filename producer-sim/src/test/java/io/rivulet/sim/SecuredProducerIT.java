package io.rivulet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.security.SecuredBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line logs in with a file of Kafka properties. */
final class SecuredProducerIT {
  private final StringWriter messages = new StringWriter();

  @TempDir private Path folder;

  @Test
  void eventsAreSentWithTheRightPasswordOnly() throws Exception {
    try (SecuredBroker broker = SecuredBroker.start(folder)) {
      broker.createTopics("user-events", "item-catalog");
      String password = Files.readString(broker.createUser("shop"));
      broker.allow("shop", AclOperation.WRITE, "user-events");

      assertThat(simulate(broker, password, "--no-catalog")).isZero();
      assertThat(messages.toString()).contains("200 events");

      assertThat(simulate(broker, password)).isEqualTo(1);
      assertThat(messages.toString()).contains("topic item-catalog", "Not authorized to access");

      assertThat(simulate(broker, "xyzzy")).isEqualTo(1);
      assertThat(messages.toString())
          .contains("bootstrap servers " + broker.logInAddress() + ": Authentication failed")
          .doesNotContain(password, "xyzzy", "\tat ");
    }
  }

  private int simulate(SecuredBroker broker, String password, String... more) throws Exception {
    Path properties =
        Files.writeString(
            folder.resolve("client.properties"),
            """
            security.protocol=SASL_SSL
            ssl.truststore.type=PEM
            ssl.truststore.location=%s
            sasl.mechanism=SCRAM-SHA-512
            sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \
            username="shop" password="%s";
            """
                .formatted(broker.certificate(), password));
    String line =
        "simulate --count 200 --users 50 --bootstrap-servers %s --kafka-properties %s "
            .formatted(broker.logInAddress(), properties);
    return ProducerSim.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(messages))
        .execute((line + String.join(" ", more)).trim().split(" "));
  }
}

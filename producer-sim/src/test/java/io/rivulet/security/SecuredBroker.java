package io.rivulet.security;

import io.rivulet.demo.broker.BrokerListener;
import io.rivulet.demo.broker.BrokerSettings;
import io.rivulet.demo.broker.LocalBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A real broker that wants a log-in (TLS and SCRAM-SHA-512) on one listener and a certificate on
 * another, and allows each user only what was granted. The listener without security is the
 * administrator's.
 */
public final class SecuredBroker implements AutoCloseable {
  private static final String LOG_IN = "LOGIN";
  private static final String MUTUAL = "MUTUAL";

  private final Path folder;
  private final Identity identity;
  private final Identity job;
  private final LocalBroker broker;
  private final Admin admin;

  private SecuredBroker(Path folder) throws Exception {
    this.folder = folder;
    identity = Identity.create(folder.resolve("keys"), "broker");
    job = Identity.create(folder.resolve("keys"), "job");
    Map<String, String> logIn =
        Map.of(
            "ssl.keystore.location",
            identity.keystore().toString(),
            "ssl.keystore.password",
            identity.password(),
            "sasl.enabled.mechanisms",
            "SCRAM-SHA-512",
            "scram-sha-512.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    Map<String, String> mutual =
        Map.of(
            "ssl.keystore.location", identity.keystore().toString(),
            "ssl.keystore.password", identity.password(),
            "ssl.truststore.location", job.certificate().toString(),
            "ssl.truststore.type", "PEM",
            "ssl.client.auth", "required");
    BrokerSettings settings =
        BrokerSettings.defaults()
            .withListeners(
                List.of(
                    new BrokerListener(LOG_IN, "SASL_SSL", logIn),
                    new BrokerListener(MUTUAL, "SSL", mutual)))
            .withProperties(
                Map.of(
                    "authorizer.class.name",
                    "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                    "super.users",
                    "User:ANONYMOUS"));
    broker = LocalBroker.start(folder.resolve("broker"), settings);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  public static SecuredBroker start(Path folder) throws Exception {
    return new SecuredBroker(folder);
  }

  /** The listener without security. */
  public String openAddress() {
    return broker.bootstrapServers();
  }

  /** The listener that wants a log-in. */
  public String logInAddress() {
    return broker.bootstrapServers(LOG_IN);
  }

  /** The listener that wants a certificate. */
  public String mutualAddress() {
    return broker.bootstrapServers(MUTUAL);
  }

  /** The certificate that clients should trust. */
  public Path certificate() throws Exception {
    return identity.certificate();
  }

  /** The identity that the listener for certificates trusts; its user is {@code CN=job}. */
  Identity job() {
    return job;
  }

  /** Makes a user, and returns the file that holds the password. */
  public Path createUser(String name) throws Exception {
    String password = UUID.randomUUID().toString();
    ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
    admin
        .alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(name, scram, password)))
        .all()
        .get();
    return Files.writeString(folder.resolve(name + ".password"), password);
  }

  /** Makes topics of one partition. */
  public void createTopics(String... topics) throws Exception {
    admin
        .createTopics(
            Arrays.stream(topics).map(topic -> new NewTopic(topic, 1, (short) 1)).toList())
        .all()
        .get();
  }

  /** Lets a user do something with a topic. */
  public void allow(String user, AclOperation operation, String... topics) throws Exception {
    for (String topic : topics) {
      allow(user, operation, ResourceType.TOPIC, topic);
    }
  }

  /** Lets a user commit as a group. */
  public void allowGroup(String user, String group) throws Exception {
    allow(user, AclOperation.READ, ResourceType.GROUP, group);
  }

  /** Lets a user write in transactions whose names begin so. */
  public void allowTransactions(String user, String prefix) throws Exception {
    ResourcePattern names =
        new ResourcePattern(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED);
    allow(user, AclOperation.WRITE, names);
  }

  private void allow(String user, AclOperation operation, ResourceType type, String name)
      throws Exception {
    allow(user, operation, new ResourcePattern(type, name, PatternType.LITERAL));
  }

  private void allow(String user, AclOperation operation, ResourcePattern resource)
      throws Exception {
    AccessControlEntry entry =
        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW);
    admin.createAcls(List.of(new AclBinding(resource, entry))).all().get();
  }

  @Override
  public void close() {
    admin.close();
    broker.close();
  }
}

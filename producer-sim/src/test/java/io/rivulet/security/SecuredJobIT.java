package io.rivulet.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rivulet.LearnerJob;
import io.rivulet.config.RivuletConfig;
import io.rivulet.demo.EndToEnd;
import io.rivulet.demo.JobCluster;
import io.rivulet.demo.TopicTail;
import io.rivulet.fixture.SmallWorld;
import io.rivulet.io.ClientSettings;
import io.rivulet.schema.Score;
import io.rivulet.sim.sink.KafkaTarget;
import io.rivulet.sim.source.EventSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job on a broker that wants a log-in learns as any other, and tells nobody its secrets. */
final class SecuredJobIT {
  private static final int EVENTS = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private static Path folder;

  private static SecuredBroker broker;
  private static Path password;
  private static KafkaTarget shop;
  private static List<String> secrets;

  @BeforeAll
  static void start() throws Exception {
    broker = SecuredBroker.start(folder.resolve("kafka"));
    broker.createTopics(JobUser.TOPICS);
    password = broker.createUser("rivulet");
    JobUser.allowAll(broker, "rivulet");
    JobUser.allowAll(broker, "CN=job");
    Path shopPassword = broker.createUser("shop");
    broker.allow("shop", AclOperation.WRITE, "user-events", "item-catalog");
    broker.allow("shop", AclOperation.READ, "scores");
    secrets =
        List.of(
            Files.readString(password),
            Files.readString(shopPassword),
            Files.readString(broker.job().passwordFile()));
    shop =
        new KafkaTarget(
            broker.logInAddress(),
            KafkaTarget.EVENTS_TOPIC,
            KafkaTarget.CATALOG_TOPIC,
            ClientSettings.of(
                config(broker.logInAddress(), JobUser.logIn(broker, "shop", shopPassword), "shop")
                    .kafka()));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void learnsWithAPassword() throws Exception {
    learns(
        config(broker.logInAddress(), JobUser.logIn(broker, "rivulet", password), "password"),
        SmallWorld.first(EVENTS),
        "password");
  }

  @Test
  void learnsWithACertificate() throws Exception {
    learns(
        config(broker.mutualAddress(), JobUser.mutual(broker), "certificate"),
        SmallWorld.first(EVENTS).next(EVENTS),
        "certificate");
  }

  /** As when a password changes while the job runs. */
  @Test
  void aJobThatIsRefusedTellsNoSecretEither() throws Exception {
    String wrong = "xyzzy-plugh";
    Path file = Files.writeString(folder.resolve("wrong"), wrong);
    RivuletConfig config =
        config(broker.logInAddress(), JobUser.logIn(broker, "rivulet", file), "refused");
    Path home = folder.resolve("refused");
    Map<String, String> pages;
    Throwable failure = null;
    try (DebugLog log = DebugLog.open(folder.resolve("refused.log"));
        JobCluster cluster = JobCluster.start(config, 1, home)) {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (failure == null && System.nanoTime() < deadline) {
        Thread.sleep(100);
        failure = catchThrowable(cluster::check);
      }
      pages = WebPages.of(cluster.webPage());
      assertThat(log.text()).contains("SaslAuthenticationException");
    }
    assertThat(Texts.of(failure)).contains("SaslAuthenticationException").doesNotContain(wrong);
    assertThat(pages.toString()).contains("SaslAuthenticationException").doesNotContain(wrong);
    assertThat(filesWith(List.of(wrong), home, folder.resolve("refused.log"))).isEmpty();
  }

  private static void learns(RivuletConfig config, EventSource world, String name)
      throws Exception {
    Set<String> scored = ConcurrentHashMap.newKeySet();
    Map<String, String> pages;
    Path home = folder.resolve(name);
    Path file = folder.resolve(name + ".log");
    String logged;
    try (DebugLog log = DebugLog.open(file);
        EndToEnd run = EndToEnd.start(config, shop, home);
        TopicTail<Score> tail =
            new TopicTail<>(
                shop.properties(),
                "scores",
                Score.class,
                score -> scored.add(score.getEventId()))) {
      run.sendCatalog(world);
      run.sendEvents(world);
      run.await("all events are scored", () -> scored.size() >= EVENTS);
      tail.check();
      pages = WebPages.of(run.cluster().webPage());
      run.cluster().drain();
      logged = log.text();
    }
    assertThat(pages).hasSizeGreaterThan(50);
    assertThat(pages.toString()).contains("rivulet champion", "user-events");
    assertThat(secrets).noneMatch(pages.toString()::contains);
    assertThat(List.of("sasl.jaas.config = [hidden]", "ssl.key.password = [hidden]"))
        .as("the log tells of the clients' settings")
        .anyMatch(logged::contains);
    assertThat(filesWith(secrets, home, file, folder.resolve("kafka/broker/broker.log"))).isEmpty();
    assertThat(filesWith(secrets, password)).as("the search finds").containsExactly(password);
    assertNoSecretTravels(config);
  }

  /** The job graph is what a cluster is sent, and what it stores. */
  private static void assertNoSecretTravels(RivuletConfig config) throws Exception {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(LearnerJob.settings(config));
    LearnerJob.build(env, config);
    byte[] graph = InstantiationUtil.serializeObject(env.getStreamGraph().getJobGraph());
    String text = new String(graph, StandardCharsets.ISO_8859_1);
    assertThat(text).contains("${rivulet:");
    assertThat(secrets).noneMatch(text::contains);
  }

  /** The files at or below the paths that hold one of the texts. */
  private static List<Path> filesWith(List<String> texts, Path... paths) throws Exception {
    List<Path> found = new ArrayList<>();
    for (Path path : paths) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          String content = Files.readString(file, StandardCharsets.ISO_8859_1);
          if (texts.stream().anyMatch(content::contains)) {
            found.add(file);
          }
        }
      }
    }
    return found;
  }

  private static RivuletConfig config(String bootstrapServers, String security, String name) {
    return JobUser.config(bootstrapServers, security, folder.resolve(name).resolve("checkpoints"));
  }
}

package io.rivulet.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.rivulet.config.RivuletConfig;
import io.rivulet.docker.Compose.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The structure of the compose stack; no container is started. */
final class DockerStackTest {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:-[^}]*)?}");

  private final Compose compose = Compose.read();

  static List<Service> services() {
    return Compose.read().services();
  }

  @Test
  void theStackIsComplete() {
    assertThat(services())
        .extracting(Service::name)
        .containsExactlyInAnyOrder(
            "kafka", "jobmanager", "taskmanager", "submit", "producer", "prometheus", "grafana");
    assertThat(compose.service("taskmanager").map("deploy")).containsEntry("replicas", 2);
  }

  @Test
  void versionsAreThoseOfTheBuild() {
    assertThat(compose.service("kafka").text("image"))
        .isEqualTo("apache/kafka:" + Repository.version("kafka"));
    for (String flink : List.of("jobmanager", "taskmanager", "submit")) {
      assertThat(compose.service(flink).dockerfile().from())
          .isEqualTo("flink:" + Repository.version("flink") + "-java" + Repository.version("java"));
    }
    assertThat(compose.service("producer").dockerfile().from())
        .startsWith("eclipse-temurin:" + Repository.version("java") + ".");
  }

  @ParameterizedTest
  @MethodSource("services")
  void imagesArePinned(Service service) {
    Stream<String> images =
        service.isBuilt()
            ? Stream.of(service.text("image"), service.dockerfile().from())
            : Stream.of(service.text("image"));
    assertThat(images).allMatch(image -> image.matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+[\\w.-]*"));
    if (service.isBuilt()) {
      assertThat(service.text("image"))
          .endsWith(":" + Repository.version("project").replace("-SNAPSHOT", ""));
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void noContainerRunsAsRootOrGainsRights(Service service) {
    String user = service.isBuilt() ? service.dockerfile().user() : service.text("user");
    assertThat(user).isNotBlank().isNotIn("root", "0", "0:0");
    assertThat(service.list("cap_drop")).containsExactly("ALL");
    assertThat(service.list("security_opt")).contains("no-new-privileges:true");
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyServiceHasAHealthCheckOrEnds(Service service) {
    assertThat(service.keys().containsKey("healthcheck")).isNotEqualTo(service.isOneShot());
    service
        .map("depends_on")
        .forEach(
            (other, how) ->
                assertThat(Compose.mapping(how).get("condition"))
                    .isEqualTo(
                        compose.service(other).isOneShot()
                            ? "service_completed_successfully"
                            : "service_healthy"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void portsAreBoundToTheLoopbackAddress(Service service) {
    assertThat(service.list("ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void mountedFilesExistAndVolumesAreDeclared(Service service) {
    for (String volume : service.list("volumes")) {
      String source = volume.substring(0, volume.indexOf(':'));
      if (source.startsWith(".")) {
        assertThat(Repository.DOCKER.resolve(source)).exists();
        assertThat(volume).endsWith(":ro");
      } else {
        assertThat(compose.volumes()).contains(source);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void whatImagesCopyExistsOrIsMadeByTheBuild(Service service) {
    if (!service.isBuilt()) {
      return;
    }
    assertThat(Repository.DOCKER.resolve((String) service.map("build").get("context")).normalize())
        .isEqualTo(Repository.ROOT);
    for (String source : service.dockerfile().sources()) {
      int target = source.indexOf("/target/");
      if (target < 0) {
        assertThat(Repository.ROOT.resolve(source)).exists();
      } else {
        Path pom = Repository.ROOT.resolve(source.substring(0, target)).resolve("pom.xml");
        assertThat(Repository.read(pom)).contains(output(source.substring(target + 8)));
      }
    }
  }

  /** What the POM says that makes a file or folder of target/. */
  private static String output(String file) {
    return file.endsWith("-cli.jar")
        ? "<shadedClassifierName>cli<"
        : "${project.build.directory}/" + file.replaceAll("/$", "") + "<";
  }

  @Test
  void flinkRunsWithOneThreadPerOperation() {
    for (String flink : List.of("jobmanager", "taskmanager", "submit")) {
      assertThat(compose.service(flink).environment("OMP_NUM_THREADS")).isEqualTo("1");
    }
  }

  @Test
  void theJobsConfigurationIsValidWithTheVariablesOfTheStack() {
    Service submit = compose.service("submit");
    String text = Repository.read(Repository.DOCKER.resolve("rivulet.yaml"));
    assertThat(variables(text))
        .isNotEmpty()
        .allMatch(variable -> submit.environment(variable) != null);
    RivuletConfig config = RivuletConfig.parse("rivulet.yaml", text, submit::environment);
    assertThat(config.checkpoints().directory()).isEqualTo("file:///checkpoints");
    assertThat(config.kafka().createTopics().enabled()).isTrue();
    assertThat(config.parallelism()).isBetween(1, 4);
  }

  private static Set<String> variables(String text) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void everyProgramFindsTheBroker() {
    Matcher advertised =
        Pattern.compile("STACK://([^,]+)")
            .matcher(compose.service("kafka").environment("KAFKA_ADVERTISED_LISTENERS"));
    assertThat(advertised.find()).isTrue();
    assertThat(advertised.group(1)).startsWith("kafka:");
    for (String program : List.of("submit", "producer")) {
      assertThat(compose.service(program).environment("RIVULET_KAFKA"))
          .isEqualTo(advertised.group(1));
    }
  }

  @Test
  void checkpointsSurviveOnAVolumeThatEveryFlinkProcessSees() {
    String properties = compose.service("jobmanager").environment("FLINK_PROPERTIES");
    assertThat(properties)
        .contains(
            "state.backend.type: rocksdb", "execution.checkpointing.dir: file:///checkpoints");
    for (String flink : List.of("jobmanager", "taskmanager", "submit")) {
      assertThat(compose.service(flink).environment("FLINK_PROPERTIES")).isEqualTo(properties);
      assertThat(compose.service(flink).list("volumes"))
          .anyMatch(volume -> volume.startsWith("checkpoints:/checkpoints"));
    }
  }
}

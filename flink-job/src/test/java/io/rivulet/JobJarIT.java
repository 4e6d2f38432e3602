package io.rivulet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the jar that is submitted, and what is in the folder for the cluster's lib/. */
final class JobJarIT {

  private static final Path JAR = Path.of("target/rivulet-job.jar");
  private static final Path CLUSTER_LIB = Path.of("target/cluster-lib");

  @Test
  void theJobAndWhatItNeedsAreInside() throws IOException {
    assertThat(entries(name -> true))
        .contains(
            "io/rivulet/schema/codec/AvroCodec.class",
            "io/rivulet/schema/versions/UserEvent/v1.avsc",
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "org/apache/kafka/clients/producer/KafkaProducer.class",
            "org/apache/avro/message/BinaryMessageDecoder.class")
        .anyMatch(name -> name.startsWith("io/rivulet/learner/"))
        .anyMatch(name -> name.startsWith("org/yaml/snakeyaml/"));
  }

  @Test
  void ofFlinkOnlyTheKafkaConnectorIsInside() throws IOException {
    List<String> flink = entries(name -> name.startsWith("org/apache/flink/"));
    assertThat(flink)
        .isNotEmpty()
        .allMatch(name -> origin(name).contains("/flink-connector-kafka-"))
        .noneMatch(
            name -> name.matches("org/apache/flink/(runtime|core|streaming/(api|runtime))/.*"));
  }

  @Test
  void neitherABrokerNorNd4jNorALoggerIsInside() throws IOException {
    List<String> foreign =
        List.of(
            "kafka/server/",
            "org/apache/kafka/metadata/",
            "org/apache/kafka/raft/",
            "scala/",
            "org/nd4j/",
            "org/bytedeco/",
            "org/rocksdb/",
            "org/slf4j/",
            "org/apache/logging/",
            "org/junit/");
    assertThat(entries(name -> foreign.stream().anyMatch(name::startsWith))).isEmpty();
  }

  @Test
  void theOnlyNativeLibrariesAreTheKafkaClientsCompressors() throws IOException {
    assertThat(entries(name -> name.endsWith(".so")))
        .allMatch(name -> name.matches("(linux|freebsd|aix|net|org/xerial/snappy)/.*"))
        .noneMatch(name -> name.matches("(?i).*(nd4j|openblas|javacpp|rocksdb).*"));
  }

  @Test
  void theManifestNamesTheMainClass() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("io.rivulet.LearnerJob");
      assertThat(manifest.getValue(Attributes.Name.MULTI_RELEASE)).isEqualTo("true");
    }
    assertThat(entries(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)"))).isEmpty();
  }

  @Test
  void theClustersLibHoldsNd4jWithItsNativesAndNoFlink() throws IOException {
    List<String> jars;
    try (Stream<Path> files = Files.list(CLUSTER_LIB)) {
      jars = files.map(file -> file.getFileName().toString()).toList();
    }
    assertThat(jars)
        .allMatch(name -> name.endsWith(".jar"))
        .anyMatch(name -> name.startsWith("nd4j-api-"))
        .anyMatch(name -> name.matches("nd4j-native-\\d.*-linux-x86_64\\.jar"))
        .anyMatch(name -> name.matches("openblas-.*-linux-x86_64\\.jar"))
        .anyMatch(name -> name.matches("javacpp-.*-linux-x86_64\\.jar"))
        .noneMatch(name -> name.matches("(flink|kafka|log4j|slf4j|junit|avro|jackson-[cd])-.*"));
  }

  /** The jar on this test's class path that has the entry. */
  private static String origin(String entry) {
    return String.valueOf(JobJarIT.class.getClassLoader().getResource(entry));
  }

  private static List<String> entries(Predicate<String> which) throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .filter(which)
          .toList();
    }
  }
}

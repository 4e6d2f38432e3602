package io.rivulet.cluster;

import io.rivulet.demo.broker.ShortLivedJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a Flink installation, as a person would lay them out: Flink's jars and the job's
 * cluster-lib in {@code lib/}, the settings in {@code conf/}, what processes print in {@code log/}.
 *
 * @param path the folder, absolute
 */
record FlinkHome(Path path) {
  private static final Path FLINK_LIB = Path.of("target/flink-lib");
  private static final Path CLUSTER_LIB = Path.of("../flink-job/target/cluster-lib");
  private static final String LOGGING = "log4j2.xml";

  /** Lays out a new folder. */
  static FlinkHome create(Path folder, Map<String, Object> settings) throws IOException {
    FlinkHome home = new FlinkHome(folder.toAbsolutePath());
    for (Path part : List.of(home.lib(), home.conf(), home.log(), home.temporary())) {
      Files.createDirectories(part);
    }
    home.link(FLINK_LIB);
    home.link(CLUSTER_LIB);
    home.copyResource(LOGGING, home.conf().resolve(LOGGING));
    home.copyResource(
        "ExitWithParent.class",
        home.parentWatch().resolve("io/rivulet/cluster/ExitWithParent.class"));
    Files.writeString(
        home.conf().resolve("config.yaml"),
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
            .collect(Collectors.joining()));
    return home;
  }

  Path conf() {
    return path.resolve("conf");
  }

  Path log() {
    return path.resolve("log");
  }

  Path temporary() {
    return path.resolve("tmp");
  }

  private Path lib() {
    return path.resolve("lib");
  }

  /** Not in lib/: nothing of the tests may be where the job could find it. */
  private Path parentWatch() {
    return path.resolve("parent-watch");
  }

  /** A child JVM with Flink's class path, ready to be started; it ends with this process. */
  ProcessBuilder java(List<String> jvmOptions, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(ShortLivedJvm.OPTIONS);
    // One of those that the configuration in Flink's distribution has: its client needs it.
    command.add("--add-opens=java.base/java.util=ALL-UNNAMED");
    command.add("-Dlog4j2.configurationFile=" + conf().resolve(LOGGING).toUri());
    command.add("-Djava.io.tmpdir=" + temporary());
    command.add("-cp");
    command.add(conf() + ":" + lib().resolve("*") + ":" + parentWatch());
    command.add(ExitWithParent.class.getName());
    command.add(mainClass);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(path.toFile());
    builder.redirectErrorStream(true);
    builder.environment().put("FLINK_CONF_DIR", conf().toString());
    builder.environment().put("OMP_NUM_THREADS", "1");
    return builder;
  }

  /** Links, since a copy of ND4J takes longer than the start of the cluster. */
  private void link(Path jars) throws IOException {
    if (Files.notExists(jars)) {
      throw new IOException(
          jars + " is missing; run these tests with: mvn verify -Pcluster (it makes the folder)");
    }
    try (Stream<Path> files = Files.list(jars.toAbsolutePath().normalize())) {
      for (Path jar : files.toList()) {
        Path link = lib().resolve(jar.getFileName());
        if (Files.notExists(link)) {
          Files.createSymbolicLink(link, jar);
        }
      }
    }
  }

  private void copyResource(String name, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream in = FlinkHome.class.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in, name), target);
    }
  }
}

package io.rivulet.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader needs no Flink: there is none beside it. */
class ClassPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.flink.api.common.typeinfo.TypeInformation",
        "org.apache.flink.streaming.api.environment.StreamExecutionEnvironment",
        "org.apache.flink.connector.kafka.source.KafkaSource",
        "org.apache.flink.util.Preconditions"
      })
  void hasNoFlink(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void hasNoJarOfFlink() {
    List<String> path =
        List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator));
    assertThat(path).noneMatch(entry -> entry.contains("/org/apache/flink/"));
  }

  @Test
  void loadsAllThatAReaderIsMadeOf() throws Exception {
    for (Class<?> type :
        List.of(ModelReader.class, Following.class, ItemCatalog.class, RocksModelStore.class)) {
      assertThat(Class.forName(type.getName(), true, type.getClassLoader()).getDeclaredMethods())
          .isNotEmpty();
    }
  }
}

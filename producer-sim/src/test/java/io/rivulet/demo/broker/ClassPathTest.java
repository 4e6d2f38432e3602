package io.rivulet.demo.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassPathTest {

  @Test
  void holdsTheAbsolutePathOfThisCode() {
    assertThat(ClassPath.current())
        .allMatch(Path::isAbsolute)
        .anyMatch(
            path -> path.resolve("io/rivulet/demo/broker/LocalBroker.class").toFile().exists());
  }

  @Test
  void isThatOfABuildToolsLoaderWhereOneLoadedTheCode() throws Exception {
    URL[] urls = ClassPath.current().stream().map(ClassPathTest::url).toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      Method current = loader.loadClass(ClassPath.class.getName()).getDeclaredMethod("current");
      current.setAccessible(true);
      assertThat(current.invoke(null)).isEqualTo(ClassPath.current());
    }
  }

  @Test
  void isJoinedInOrder() {
    assertThat(ClassPath.join(List.of(Path.of("a b"), Path.of("c"))))
        .isEqualTo("a b" + File.pathSeparator + "c");
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}

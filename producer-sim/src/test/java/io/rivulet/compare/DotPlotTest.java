package io.rivulet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotPlotTest {
  private static final int MMOE = 0xFF0072B2;
  private static final int PLE = 0xFF009E73;

  @Test
  void drawsADotInEachTasksPanel() throws IOException {
    BufferedImage image = drawn(Comparisons.twoSeeds());
    int half = image.getWidth() / 2;

    assertThat(pixels(image, 0, half, MMOE)).isGreaterThan(50);
    assertThat(pixels(image, half, image.getWidth(), MMOE)).isGreaterThan(50);
    assertThat(pixels(image, 0, image.getWidth(), PLE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesABorder(boolean twoSeeds) throws IOException {
    BufferedImage image = drawn(twoSeeds ? Comparisons.twoSeeds() : Comparisons.oneSeed());

    int white = 0xFFFFFFFF;
    assertThat(pixels(image, 0, 10, white)).isEqualTo(10 * image.getHeight());
    int right = image.getWidth() - 10;
    assertThat(pixels(image, right, image.getWidth(), white)).isEqualTo(10 * image.getHeight());
  }

  private static BufferedImage drawn(Comparison comparison) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DotPlot(comparison).write(out);
    return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
  }

  /** The pixels of a colour in the columns from {@code from} on, before {@code to}. */
  private static int pixels(BufferedImage image, int from, int to, int colour) {
    int count = 0;
    for (int x = from; x < to; x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        count += image.getRGB(x, y) == colour ? 1 : 0;
      }
    }
    return count;
  }
}

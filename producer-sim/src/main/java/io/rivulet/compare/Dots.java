package io.rivulet.compare;

import io.rivulet.learner.spec.ArchitectureType;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.renderer.category.StatisticalLineAndShapeRenderer;
import org.jfree.chart.util.ShapeUtils;

/**
 * Dots whose colour and shape say the architecture; the series of the data are {@link
 * ArchitectureType}s.
 */
final class Dots extends StatisticalLineAndShapeRenderer {
  private static final long serialVersionUID = 1L;
  private static final double SIZE = 8;
  private static final float BAR = 1.5f;

  Dots() {
    super(false, true);
    setErrorIndicatorStroke(new BasicStroke(BAR));
  }

  /** Colours that the colour-blind tell apart (Okabe and Ito, 2008). */
  @Override
  public Paint getItemPaint(int row, int column) {
    return switch (architecture(row)) {
      case SINGLE_TASK -> Color.BLACK;
      case SHARED_BOTTOM -> new Color(0xD55E00);
      case MMOE -> new Color(0x0072B2);
      case PLE -> new Color(0x009E73);
    };
  }

  @Override
  public Shape getItemShape(int row, int column) {
    return switch (architecture(row)) {
      case SINGLE_TASK -> ShapeUtils.createDiamond((float) SIZE / 2 + 1);
      case SHARED_BOTTOM -> new Rectangle2D.Double(-SIZE / 2, -SIZE / 2, SIZE, SIZE);
      case MMOE -> new Ellipse2D.Double(-SIZE / 2, -SIZE / 2, SIZE, SIZE);
      case PLE -> ShapeUtils.createUpTriangle((float) SIZE / 2);
    };
  }

  private ArchitectureType architecture(int row) {
    return (ArchitectureType) getPlot().getDataset(getPlot().getIndexOf(this)).getRowKey(row);
  }
}

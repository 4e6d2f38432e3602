package io.rivulet.compare;

import io.rivulet.learner.spec.ArchitectureType;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStream;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;

/**
 * The comparison as a picture: a panel for each task, a row for each variant, a dot with error bars
 * for its mean and standard deviation, a line where the task alone is, grey where it is worse.
 */
final class DotPlot {
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Color GRID = new Color(0xD0D0D0);
  private static final Color WORSE = new Color(0xEFEFEF);
  private static final BasicStroke DASHED =
      new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 4}, 0);
  private static final int NAMES_WIDTH = 200;
  private static final int PANEL_WIDTH = 290;
  private static final int ROW_HEIGHT = 24;
  private static final int FRAME_HEIGHT = 140;
  private static final int GAP = 40;

  /** Pixels per unit of length, for sharp screens and paper. */
  private static final int SCALE = 2;

  private final Comparison comparison;

  DotPlot(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Writes it as PNG. */
  void write(OutputStream out) throws IOException {
    int width = NAMES_WIDTH + comparison.columns().size() * PANEL_WIDTH;
    int height = FRAME_HEIGHT + comparison.results().size() * ROW_HEIGHT;
    ChartUtils.writeScaledChartAsPNG(out, chart(), width, height, SCALE, SCALE);
  }

  private JFreeChart chart() {
    CategoryAxis names = new CategoryAxis();
    names.setTickLabelFont(TEXT);
    names.setMaximumCategoryLabelWidthRatio(1);
    names.setAxisLineVisible(false);
    names.setTickMarksVisible(false);
    CombinedDomainCategoryPlot panels = new CombinedDomainCategoryPlot(names);
    panels.setOrientation(PlotOrientation.HORIZONTAL);
    panels.setGap(GAP);
    for (int task = 0; task < comparison.columns().size(); task++) {
      panels.add(panel(task));
    }
    JFreeChart chart = new JFreeChart(comparison.title(), TITLE, panels, false);
    chart.addSubtitle(new TextTitle(legend(), TEXT));
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(10, 10, 10, 20));
    return chart;
  }

  private String legend() {
    int seeds = comparison.seeds();
    return (seeds > 1 ? "mean ± sd of " + seeds + " seeds" : "one seed")
        + "; dashed line: the task alone; grey: worse than alone";
  }

  private CategoryPlot panel(int task) {
    Column column = comparison.columns().get(task);
    DefaultStatisticalCategoryDataset data = data(task);
    NumberAxis axis =
        new NumberAxis(
            "%s %s (%s is better)"
                .formatted(
                    column.task(),
                    column.figure().label(),
                    column.figure().moreIsBetter() ? "more" : "less"));
    axis.setAutoRangeIncludesZero(false);
    axis.setLabelFont(TEXT);
    axis.setTickLabelFont(TEXT);
    CategoryPlot panel = new CategoryPlot(data, null, axis, new Dots());
    panel.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    panel.setBackgroundPaint(Color.WHITE);
    panel.setOutlinePaint(GRID);
    panel.setDomainGridlinesVisible(true);
    panel.setDomainGridlinePaint(GRID);
    panel.setRangeGridlinePaint(GRID);
    mark(panel, axis.getRange(), column.figure(), comparison.alone().figures().get(task).mean());
    return panel;
  }

  private static void mark(CategoryPlot panel, Range shown, Figure figure, double alone) {
    if (Double.isNaN(alone)) {
      return;
    }
    double from = figure.moreIsBetter() ? shown.getLowerBound() : alone;
    double to = figure.moreIsBetter() ? alone : shown.getUpperBound();
    panel.addRangeMarker(new IntervalMarker(from, to, WORSE), Layer.BACKGROUND);
    panel.addRangeMarker(new ValueMarker(alone, Color.BLACK, DASHED), Layer.BACKGROUND);
  }

  private DefaultStatisticalCategoryDataset data(int task) {
    DefaultStatisticalCategoryDataset data = new DefaultStatisticalCategoryDataset();
    for (Result result : comparison.results()) {
      ArchitectureType series = result.variant().architecture();
      String row = result.variant().toString();
      Sample sample = result.figures().get(task);
      data.add(defined(sample.mean()), defined(sample.deviation()), series, row);
    }
    return data;
  }

  /** The library leaves out what is null. */
  private static Double defined(double value) {
    return Double.isNaN(value) ? null : value;
  }
}

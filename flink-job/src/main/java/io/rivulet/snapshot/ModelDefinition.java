package io.rivulet.snapshot;

import io.rivulet.config.yaml.ConfigException;
import io.rivulet.config.yaml.YamlReader;
import io.rivulet.domain.Row;
import io.rivulet.domain.Table;
import io.rivulet.learner.Layouts;
import io.rivulet.learner.ParameterLayout;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.SpecException;
import io.rivulet.learner.spec.TaskSpec;
import io.rivulet.schema.SnapshotManifest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The model that manifests speak of, and how its rows are read. Thread-safe. */
public final class ModelDefinition {
  private final String specification;
  private final LearnerSpec spec;
  private final ParameterLayout rows;
  private final ParameterLayout dense;
  private final Map<String, RowCoder> coders = new ConcurrentHashMap<>();

  private ModelDefinition(String specification, LearnerSpec spec) {
    this.specification = specification;
    this.spec = spec;
    rows = Layouts.rows(spec);
    dense = Layouts.dense(spec);
  }

  /**
   * Reads what a manifest says of its model.
   *
   * @param known the definition of an earlier version, taken if nothing has changed; may be null
   * @throws SnapshotException if this program cannot compute with such a model
   */
  public static ModelDefinition of(SnapshotManifest manifest, ModelDefinition known)
      throws SnapshotException {
    ModelDefinition definition =
        known != null && known.specification.equals(manifest.getSpecification())
            ? known
            : new ModelDefinition(manifest.getSpecification(), parse(manifest));
    definition.check(manifest);
    return definition;
  }

  private static LearnerSpec parse(SnapshotManifest manifest) throws SnapshotException {
    String source = "specification of version " + manifest.getModelVersion();
    if (manifest.getSpecification().isEmpty()) {
      throw new SnapshotException(
          "the manifest has no specification of the model: a job of an older release wrote it;"
              + " let one of this release publish a version");
    }
    try {
      // Variables of this process are none of the topic's business.
      return new YamlReader(name -> null)
          .read(LearnerSpec.class, source, manifest.getSpecification());
    } catch (ConfigException | SpecException e) {
      throw new SnapshotException(
          "the specification cannot be read: "
              + e.getMessage()
              + "; a reader must be of the job's release or a newer one");
    }
  }

  private void check(SnapshotManifest manifest) throws SnapshotException {
    List<String> tasks = spec.tasks().stream().map(TaskSpec::name).toList();
    if (!tasks.equals(manifest.getTasks())) {
      throw new SnapshotException(
          "the manifest names the tasks " + manifest.getTasks() + ", its specification " + tasks);
    }
    check("rowLayout", manifest.getRowLayout(), rows);
    check("denseLayout", manifest.getDenseLayout(), dense);
    try {
      Encoding.ofLabel(manifest.getEncoding());
    } catch (IllegalArgumentException e) {
      throw new SnapshotException(e.getMessage());
    }
  }

  private static void check(String field, int found, ParameterLayout layout)
      throws SnapshotException {
    if (found != layout.version()) {
      throw new SnapshotException(
          field
              + " is "
              + found
              + ", where this program orders the numbers of that specification as "
              + layout.version()
              + "; use a reader of the job's release");
    }
  }

  /** The specification. */
  public LearnerSpec spec() {
    return spec;
  }

  /** The layout of a table's rows. */
  public ParameterLayout layout(Table table) {
    return table == Table.DENSE ? dense : rows;
  }

  /** Whether rows of this model are rows of another one too. */
  boolean hasRowsOf(ModelDefinition other) {
    return rows.version() == other.rows.version() && dense.version() == other.dense.version();
  }

  /** How rows of a table are read. */
  RowCoder coder(Table table, Encoding encoding, boolean slots) {
    return coders.computeIfAbsent(
        table.label() + encoding + slots, name -> new RowCoder(layout(table), encoding, slots));
  }

  /**
   * The row's numbers, in the order of the layout; optimiser slots that were left out begin anew.
   *
   * @throws IllegalArgumentException if the row is of another model
   */
  public Row row(Table table, String id, StoredRow stored) {
    ParameterLayout layout = layout(table);
    float[] values =
        stored.slots() ? new float[layout.length()] : layout.initial(table.label(), id);
    coder(table, stored.encoding(), stored.slots()).decode(stored.numbers(), values);
    return new Row(stored.count(), stored.lastSeen(), values);
  }
}

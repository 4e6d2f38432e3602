package io.rivulet;

import io.rivulet.config.CheckpointsConfig;
import io.rivulet.config.RivuletConfig;
import io.rivulet.config.RowLimitsConfig;
import io.rivulet.config.SnapshotsConfig;
import io.rivulet.config.yaml.ConfigException;
import io.rivulet.config.yaml.EnumNames;
import io.rivulet.io.KafkaInputs;
import io.rivulet.io.KafkaPreflight;
import io.rivulet.io.KafkaSinks;
import io.rivulet.io.TopicWarmStart;
import io.rivulet.operator.LearnSettings;
import io.rivulet.operator.SnapshotSettings;
import io.rivulet.operator.WarmStart;
import io.rivulet.pipeline.LearnerPipeline;
import io.rivulet.snapshot.Encoding;
import io.rivulet.state.lifecycle.RowLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.rocksdb.CompressionType;

/** The job: reads the configuration, checks Kafka, and submits the pipeline. */
public final class LearnerJob {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  // An event passes two hops on its way to its score, and waits as long at each at most.
  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(5);

  /**
   * Bytes of a checkpoint that are written to its folder at once. With Flink's 20 KiB the kernel
   * takes twice as long for each byte, and scores have to wait for the core.
   */
  private static final int WRITE_BUFFER = 1 << 16;

  /**
   * By RocksDB's levels, the last for all below. The first level is what a flush writes while a
   * barrier waits, and compression is more than half of that.
   */
  private static final List<CompressionType> COMPRESSION =
      List.of(CompressionType.NO_COMPRESSION, CompressionType.SNAPPY_COMPRESSION);

  /** Most bytes of a record besides the numbers: key, headers, names. */
  private static final int RECORD_OVERHEAD = 1 << 12;

  private static final String USAGE = "usage: flink run rivulet-job.jar CONFIG.yaml";

  private LearnerJob() {}

  /**
   * Submits the job.
   *
   * @param args the path of the configuration
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      throw new ConfigException(USAGE + "; found " + args.length + " arguments");
    }
    RivuletConfig config = RivuletConfig.read(Path.of(args[0]));
    new KafkaPreflight(config, PATIENCE).run();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(settings(config));
    build(env, config);
    env.execute();
  }

  /** Flink's settings that follow from the configuration. */
  public static Configuration settings(RivuletConfig config) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.NAME, "rivulet " + config.arm());
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, COMPRESSION);
    settings.set(RocksDBOptions.OPTIONS_FACTORY, StateStoreOptions.class.getName());
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.MAX_PARALLELISM, config.maxParallelism());
    settings.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
    CheckpointsConfig checkpoints = config.checkpoints();
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, checkpoints.incremental());
    // Nothing is in flight at a barrier: micro-batches and the users' turns rely on that.
    settings.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints.interval());
    settings.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, checkpoints.timeout());
    settings.set(CheckpointingOptions.FS_WRITE_BUFFER_SIZE, WRITE_BUFFER);
    // A checkpoint is the model: it must outlive the job, which Flink's default does not let it.
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (!checkpoints.directory().isEmpty()) {
      settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.directory());
    }
    return settings;
  }

  /** Adds the whole job to an environment. */
  public static void build(StreamExecutionEnvironment env, RivuletConfig config) {
    if (config.parallelism() > 0) {
      env.setParallelism(config.parallelism());
    }
    TopicWarmStart start = TopicWarmStart.find(config);
    LearnerPipeline.connect(
        KafkaInputs.connect(env, config, System.currentTimeMillis(), start),
        KafkaSinks.of(config),
        learnSettings(config, start == null ? WarmStart.NONE : start),
        config.metrics().window());
  }

  private static LearnSettings learnSettings(RivuletConfig config, WarmStart start) {
    return new LearnSettings(
        config.arm(),
        config.learner(),
        config.microBatch().size(),
        config.microBatch().linger(),
        config.microBatch().buffer(),
        config.rounds().interval(),
        config.rounds().ahead(),
        config.rounds().replicaRetention(),
        config.rounds().mostReplicas(),
        config.rowCache().capacity(),
        config.input().duplicateWindow(),
        config.checkpoints().modelChange(),
        limits(config.rows().users()),
        limits(config.rows().items()),
        config.exploration(),
        snapshots(config),
        start);
  }

  private static SnapshotSettings snapshots(RivuletConfig config) {
    SnapshotsConfig snapshots = config.snapshots();
    return new SnapshotSettings(
        snapshots.publish(),
        config.kafka().topics().modelSnapshots(),
        Encoding.ofLabel(EnumNames.of(snapshots.encoding())),
        snapshots.optimizerSlots(),
        snapshots.maxRecordBytes() - RECORD_OVERHEAD,
        snapshots.gate().metric(),
        snapshots.gate().worseBy());
  }

  private static RowLimits limits(RowLimitsConfig rows) {
    return new RowLimits(
        rows.admission(), rows.admissionWindow(), rows.ttl().toMillis(), rows.mostRows());
  }
}

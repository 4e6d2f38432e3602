package io.rivulet.operator;

import java.io.File;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.FileUtils;

/**
 * An operator on RocksDB that can be stopped and restored at any moment. All that it emits, before
 * and after, is in one recorder.
 *
 * @param <T> what the operator emits
 * @param <H> Flink's harness
 */
final class OperatorHarness<T, H extends AbstractStreamOperatorTestHarness<T>>
    implements AutoCloseable {
  /** Makes the operator in its harness, not yet opened. */
  interface Factory<H> {
    H make() throws Exception;
  }

  private final Factory<H> factory;
  private final Recorder<T> out;
  private H flink;
  private long checkpoint;

  private OperatorHarness(Factory<H> factory, Recorder<T> out) {
    this.factory = factory;
    this.out = out;
  }

  /** An opened operator without state. */
  static <T, H extends AbstractStreamOperatorTestHarness<T>> OperatorHarness<T, H> open(
      Factory<H> factory, TypeSerializer<T> type, long processingTime) throws Exception {
    return restore(factory, type, processingTime, null);
  }

  /** An operator that goes on from a checkpoint; null for none. */
  static <T, H extends AbstractStreamOperatorTestHarness<T>> OperatorHarness<T, H> restore(
      Factory<H> factory, TypeSerializer<T> type, long processingTime, OperatorSubtaskState state)
      throws Exception {
    OperatorHarness<T, H> harness = new OperatorHarness<>(factory, new Recorder<>(type));
    harness.start(state, processingTime);
    return harness;
  }

  /** Flink's harness; another one after a restart. */
  H flink() {
    return flink;
  }

  Recorder<T> out() {
    return out;
  }

  /** Takes a checkpoint as a barrier does. */
  OperatorSubtaskState checkpoint() throws Exception {
    checkpoint++;
    flink.prepareSnapshotPreBarrier(checkpoint);
    return flink.snapshot(checkpoint, 0);
  }

  /** Takes a checkpoint, stops the operator, and starts a new one from the checkpoint. */
  void restart() throws Exception {
    restart(flink.getProcessingTime());
  }

  /** Restarts on a machine whose clock shows another time. */
  void restart(long processingTime) throws Exception {
    OperatorSubtaskState state = checkpoint();
    stop();
    start(state, processingTime);
  }

  private void start(OperatorSubtaskState state, long processingTime) throws Exception {
    flink = factory.make();
    EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend();
    backend.setRocksDBOptions(new SmallFiles());
    flink.setStateBackend(backend);
    flink.setOutputCreator(serializer -> out);
    flink.setProcessingTime(processingTime);
    flink.setup();
    if (state != null) {
      flink.setRestoredCheckpointId(checkpoint);
      flink.initializeState(state);
    }
    flink.open();
  }

  /** Flink's harness leaves its working directory behind. */
  private void stop() throws Exception {
    File working = flink.getEnvironment().getTaskManagerInfo().getTmpWorkingDirectory();
    flink.close();
    FileUtils.deleteDirectory(working);
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (Exception e) {
      throw new IllegalStateException("the operator could not be closed", e);
    }
  }
}

package io.rivulet.operator;

import io.rivulet.learner.spec.ExplorationSpec;
import io.rivulet.learner.spec.LearnerSpec;
import io.rivulet.learner.spec.ModelChange;
import io.rivulet.state.lifecycle.RowLimits;
import java.io.Serializable;
import java.time.Duration;

/**
 * What the learn operator is told.
 *
 * @param batchSize most examples in a micro-batch
 * @param linger longest time an event waits for a micro-batch to fill, unless the learner is busy
 * @param buffer most events that wait in one learner
 * @param roundInterval length of a round
 * @param ahead most examples that one of several learners learns ahead of the shared values that
 *     have come back; 0 for no limit
 * @param replicaRetention time after which an unused item is dropped
 * @param mostReplicas views of items kept in memory by one learner
 * @param cachedRows user rows kept in memory by one learner
 * @param duplicateWindow how long an event is remembered, so that it is not learned twice; 0 if not
 * @param modelChange what to do with a checkpoint of another model
 * @param users how long user rows are kept
 * @param items how long item rows are kept
 * @param exploration how candidates are ordered
 * @param snapshots how versions of the model are published
 * @param warmStart what a job begins with that restores nothing
 */
public record LearnSettings(
    String arm,
    LearnerSpec spec,
    int batchSize,
    Duration linger,
    int buffer,
    Duration roundInterval,
    int ahead,
    Duration replicaRetention,
    int mostReplicas,
    int cachedRows,
    Duration duplicateWindow,
    ModelChange modelChange,
    RowLimits users,
    RowLimits items,
    ExplorationSpec exploration,
    SnapshotSettings snapshots,
    WarmStart warmStart)
    implements Serializable {}

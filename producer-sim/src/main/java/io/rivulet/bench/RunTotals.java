package io.rivulet.bench;

/**
 * What a run took from its beginning to its end.
 *
 * @param shuffledBytesPerEvent what Flink's tasks have sent to each other
 * @param rowReadsPerEvent rows of users and items read from RocksDB
 * @param rowWritesPerEvent the same written
 * @param checkpoints what the checkpoints cost
 * @param peakMemory most bytes that the job's process has occupied
 * @param brokerPeakMemory the same of the broker
 */
record RunTotals(
    double shuffledBytesPerEvent,
    double rowReadsPerEvent,
    double rowWritesPerEvent,
    CheckpointCosts checkpoints,
    long peakMemory,
    long brokerPeakMemory) {}

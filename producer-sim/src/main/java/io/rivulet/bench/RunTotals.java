package io.rivulet.bench;

/**
 * What a run took from its beginning to its end.
 *
 * @param shuffledBytesPerEvent what Flink's tasks have sent to each other
 * @param peakMemory most bytes that the job's process has occupied
 * @param brokerPeakMemory the same of the broker
 */
record RunTotals(double shuffledBytesPerEvent, long peakMemory, long brokerPeakMemory) {}

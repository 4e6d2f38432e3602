package io.rivulet.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the benchmark is asked to do.
 *
 * @param users number of simulated users, >= 1
 * @param items number of simulated items, >= 1
 * @param events number of events to put into the topic first, >= 1
 * @param data folder of a data set to replay instead; null to simulate
 * @param parallelism of the job, and number of partitions of each topic, >= 1
 * @param config the configuration of the job; null for the benchmark's own
 * @param seed seed of the simulated world
 * @param steady how long to send events at half the rate that was found; zero for not at all
 * @param work folder for the files that tasks work on, and RocksDB's
 * @param recording file for a JFR recording of the measured part; null for none
 */
record BenchSettings(
    long users,
    int items,
    long events,
    Path data,
    int parallelism,
    Path config,
    long seed,
    Duration steady,
    Path work,
    Path recording) {}

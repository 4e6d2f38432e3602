package io.rivulet.demo;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the demo is asked to do.
 *
 * @param length how long simulated events are sent; a data set is always replayed to its end
 * @param scenario the simulated world
 * @param data folder of a data set to replay instead of simulating; null to simulate
 * @param parallelism parallelism of the job, and number of partitions of each topic, >= 1
 * @param config the configuration; null for the one that fits the scenario or data set
 * @param rate events sent per second; 0 for as many as the job takes
 * @param inFlight most events sent and not yet answered; 0 for what suits the source
 * @param seed seed of the simulated world
 */
record DemoSettings(
    Duration length,
    String scenario,
    Path data,
    int parallelism,
    Path config,
    double rate,
    long inFlight,
    long seed) {}

/** A real Kafka broker as a child process, for the demo and for tests. */
package io.rivulet.demo.broker;

/** The job's ends on Kafka. */
package io.rivulet.io;

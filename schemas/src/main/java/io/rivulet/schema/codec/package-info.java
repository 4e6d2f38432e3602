/**
 * Turns records into bytes and back, for every topic: Avro's single-object encoding, in which each
 * record carries the fingerprint of the schema that wrote it.
 *
 * @see <a href="https://avro.apache.org/docs/1.11.1/specification/#single-object-encoding">Avro
 *     specification, single-object encoding</a>
 */
package io.rivulet.schema.codec;

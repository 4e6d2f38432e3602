/** The configurations of docs/examples, which are built in. */
package io.rivulet.examples;

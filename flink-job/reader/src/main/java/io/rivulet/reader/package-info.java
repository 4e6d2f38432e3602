/** The model of a running job, anywhere else: follows its versions, and predicts with them. */
package io.rivulet.reader;

/** The command line on a model's versions. */
package io.rivulet.cli;

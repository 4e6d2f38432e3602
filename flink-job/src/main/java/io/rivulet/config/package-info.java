/**
 * The configuration of the job: one YAML file, read once into immutable records that are checked
 * when they are made. Start at {@link io.rivulet.config.RivuletConfig}.
 */
package io.rivulet.config;

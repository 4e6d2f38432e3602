/** The end-to-end benchmark: what the whole job does in a second, and where the time goes. */
package io.rivulet.bench;

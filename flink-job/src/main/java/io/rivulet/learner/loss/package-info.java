/** What each kind of task puts out, and how wrong that is. */
package io.rivulet.learner.loss;

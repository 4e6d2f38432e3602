/** How the tasks' predictions become one score to rank by. */
package io.rivulet.learner.fusion;

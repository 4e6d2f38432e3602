package io.rivulet.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final ThreadGroup tasks = new ThreadGroup("tasks");

  @Test
  void aTaskIsLoweredByItself() throws InterruptedException {
    AtomicInteger priority = new AtomicInteger();
    Thread task =
        new Thread(
            tasks,
            () -> {
              Background.lowerTask();
              priority.set(Thread.currentThread().getPriority());
            });
    task.start();
    task.join();

    assertThat(priority).hasValue(Thread.MIN_PRIORITY);
  }

  @Test
  void uploadsOfAllTasksAreLoweredAndNothingElse() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread upload = waiting("AsyncOperations-thread-1", end);
    Thread transfer = waiting("Flink-RocksDBStateDataTransfer-thread-1", end);
    Thread learner = waiting("learn (1/2)#0", end);
    Thread task = new Thread(tasks, Background::lowerUploads);
    task.start();
    task.join();

    assertThat(upload.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
    assertThat(transfer.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
    assertThat(learner.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
    end.countDown();
    upload.join();
    transfer.join();
    learner.join();
  }

  @SuppressWarnings("ThreadPriorityCheck") // else it is as the thread of this test has it
  private Thread waiting(String name, CountDownLatch end) {
    Thread thread =
        new Thread(
            tasks,
            () -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setPriority(Thread.NORM_PRIORITY);
    thread.start();
    return thread;
  }
}

package io.rivulet.demo;

import io.rivulet.config.KafkaConfig;
import io.rivulet.io.ClientSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the job knows the whole catalog, so that the first events meet their items' facts. A
 * checkpoint tells: the offsets that it commits were read, and all that was read was worked on.
 */
final class CatalogGate {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final JobCluster cluster;
  private final KafkaConfig kafka;

  CatalogGate(JobCluster cluster, KafkaConfig kafka) {
    this.cluster = cluster;
    this.kafka = kafka;
  }

  /**
   * Waits.
   *
   * @throws IllegalStateException if the job has failed or does not get there in two minutes
   */
  void await() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (Admin admin = Admin.create(new HashMap<>(ClientSettings.of(kafka)))) {
      Map<TopicPartition, Long> ends = ends(admin, kafka.topics().itemCatalog());
      while (!reached(admin, ends)) {
        cluster.check();
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "The job has not read the catalog within " + PATIENCE.toSeconds() + " s");
        }
        Thread.sleep(PAUSE.toMillis());
        tryCheckpoint();
      }
    }
  }

  /** Not all tasks may run yet: the deadline bounds the wait, not this. */
  private void tryCheckpoint() throws Exception {
    try {
      cluster.checkpoint();
    } catch (ExecutionException e) {
      cluster.check();
    }
  }

  private boolean reached(Admin admin, Map<TopicPartition, Long> ends) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(kafka.group()).partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata offset = committed.get(end.getKey());
              return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
            });
  }

  private static Map<TopicPartition, Long> ends(Admin admin, String topic) throws Exception {
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    Map<TopicPartition, OffsetSpec> latest =
        description.partitions().stream()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition.partition()),
                    partition -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(latest).all().get();
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }
}

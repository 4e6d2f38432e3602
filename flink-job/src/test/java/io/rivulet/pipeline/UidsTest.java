package io.rivulet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rivulet.LearnerJob;
import io.rivulet.config.RivuletConfig;
import io.rivulet.operator.Uids;
import io.rivulet.serialization.RecordSerializer;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.StreamFilter;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job as Flink sees it. State is found again by uids: a changed one loses it. */
class UidsTest {
  private static final RivuletConfig CONFIG =
      RivuletConfig.parse(
          "rivulet.yaml",
          """
          parallelism: 2
          learner:
            tasks:
              - {name: click, type: binary, label: {positive: [click], negative: [impression]}}
            categorical:
              - {from: item.genre}
          """,
          name -> null);

  /** What Flink makes of a sink's uid for the second operator that it adds itself. */
  private static final String COMMITTER = "Sink Committer: ";

  private StreamExecutionEnvironment env;

  @BeforeEach
  void build() {
    env = StreamExecutionEnvironment.getExecutionEnvironment(LearnerJob.settings(CONFIG));
    LearnerJob.build(env, CONFIG);
  }

  @Test
  void theUidsAreTheseAndStayThese() {
    assertThat(withState(env.getStreamGraph()).map(StreamNode::getTransformationUID))
        .containsExactlyInAnyOrder(
            "event-source",
            "catalog-source",
            "parameter-source",
            "request-source",
            "decode-events",
            "decode-requests",
            "split-requests",
            "sequence-events",
            "decode-catalog",
            "decode-parameters",
            "attach-item",
            "learn",
            "item-owner",
            "dense-owner",
            "metrics-window",
            "snapshot-publisher",
            "snapshot-sink",
            COMMITTER + "snapshot-sink",
            "score-sink",
            "recommendation-sink",
            "metrics-sink",
            "parameter-sink",
            "dense-parameter-sink",
            "dead-letter-sink",
            COMMITTER + "score-sink",
            COMMITTER + "recommendation-sink",
            COMMITTER + "metrics-sink",
            COMMITTER + "parameter-sink",
            COMMITTER + "dense-parameter-sink",
            COMMITTER + "dead-letter-sink");
  }

  @Test
  void everyConstantIsTheUidOfAnOperator() throws IllegalAccessException {
    Set<Object> constants = new HashSet<>();
    for (Field field : Uids.class.getFields()) {
      assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
      constants.add(field.get(null));
    }

    assertThat(
            env.getStreamGraph().getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .filter(Objects::nonNull)
                .map(uid -> uid.replace(COMMITTER, "")))
        .hasSameElementsAs(constants.stream().map(String.class::cast).toList());
  }

  @Test
  void peopleSeeTheUidsAsNames() {
    StreamGraph graph = env.getStreamGraph();

    assertThat(withState(graph).toList())
        .allSatisfy(
            node ->
                assertThat(node.getOperatorName())
                    .contains(node.getTransformationUID().replace(COMMITTER, "")));
    assertThat(graph.getStreamNodes())
        .extracting(StreamNode::getOperatorName)
        .doesNotContain("Map", "Filter", "Process");
  }

  @Test
  void everyStreamIsWrittenByAFormatOfItsOwn() {
    assertThat(env.getStreamGraph().getStreamNodes())
        .filteredOn(node -> !node.getOutEdges().isEmpty())
        .filteredOn(node -> !node.getOperatorName().endsWith("Writer"))
        .allSatisfy(
            node -> assertThat(node.getTypeSerializerOut()).isInstanceOf(RecordSerializer.class));
  }

  @Test
  void oneTaskGathersAndWritesTheVersionsOfTheModel() {
    assertThat(env.getStreamGraph().getStreamNodes())
        .filteredOn(
            node ->
                node.getTransformationUID() != null
                    && node.getTransformationUID().contains("snapshot"))
        .hasSize(3)
        .allMatch(node -> node.getParallelism() == 1);
  }

  @Test
  void oneTaskOwnsTheDenseParametersAndOneSumsTheMetrics() {
    assertThat(env.getStreamGraph().getStreamNodes())
        .filteredOn(node -> node.getParallelism() == 1)
        .extracting(StreamNode::getTransformationUID)
        .contains(Uids.DENSE_OWNER, Uids.METRICS_WINDOW)
        .doesNotContain(Uids.LEARN, Uids.ITEM_OWNER, Uids.ATTACH_ITEM);
  }

  @Test
  void theJobCanBeSubmitted() {
    JobGraph job = env.getStreamGraph().getJobGraph();

    assertThat(job.getNumberOfVertices()).isPositive();
    assertThat(job.getSerializedExecutionConfig()).isNotNull();
  }

  /** A record from one task to another costs more than to encode it. */
  @Test
  void whoeverMakesWhatIsWrittenAlsoWritesIt() {
    assertThat(env.getStreamGraph().getJobGraph().getVertices())
        .extracting(JobVertex::getName)
        .filteredOn(name -> name.contains(": Writer"))
        .extracting(name -> name.replaceFirst(" -> .*", ""))
        .containsExactlyInAnyOrder(
            Uids.LEARN,
            Uids.ITEM_OWNER,
            Uids.DENSE_OWNER,
            Uids.METRICS_WINDOW,
            Uids.SNAPSHOT_PUBLISHER,
            Uids.DEAD_LETTER_SINK + ": Writer");
  }

  /** That the job can be built says that it has no generic type only if this is refused. */
  @Test
  void genericTypesAreRefused() {
    env.fromData(List.of(1)).map(number -> new Object()).returns(Object.class).print();

    assertThatThrownBy(env::getStreamGraph)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Generic types have been disabled");
  }

  /** All but plain maps and filters, which keep nothing. */
  private static Stream<StreamNode> withState(StreamGraph graph) {
    return graph.getStreamNodes().stream()
        .filter(
            node -> {
              Class<?> operator =
                  node.getOperatorFactory().getStreamOperatorClass(UidsTest.class.getClassLoader());
              return operator != StreamMap.class && operator != StreamFilter.class;
            });
  }
}

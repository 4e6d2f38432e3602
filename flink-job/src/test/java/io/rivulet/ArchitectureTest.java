package io.rivulet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which part of the job may know which. Packages that hold nothing yet break no rule. */
@AnalyzeClasses(packages = "io.rivulet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String JOB = "LearnerJob";

  /** Kafka, Avro and all that is made of them. */
  private static final String[] TRANSPORT = {
    "io.rivulet.io..",
    "io.rivulet.codec..",
    "io.rivulet.schema..",
    "org.apache.kafka..",
    "org.apache.flink.connector.kafka..",
    "org.apache.flink.formats..",
    "org.apache.avro.."
  };

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("io.rivulet.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule theLearnerKnowsOnlyNd4j =
      classes()
          .that()
          .resideInAPackage("io.rivulet.learner..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.rivulet.learner..", "java..", "org.nd4j..", "org.bytedeco..", "org.agrona..")
          .because("a newcomer can train it in a for loop");

  @ArchTest
  static final ArchRule specificationsKnowNothing =
      classes()
          .that()
          .resideInAPackage("io.rivulet.learner.spec..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.rivulet.learner.spec..", "java..");

  @ArchTest
  static final ArchRule theConfigurationKnowsSpecificationsAndYaml =
      classes()
          .that()
          .resideInAPackage("io.rivulet.config..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.rivulet.config..", "io.rivulet.learner.spec..", "java..", "org.yaml.snakeyaml..");

  @ArchTest
  static final ArchRule domainTypesKnowOnlyWhatTheLearnerIsGiven =
      classes()
          .that()
          .resideInAPackage("io.rivulet.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.rivulet.domain..", "io.rivulet.learner", "java..")
          .because("serialization knows how they are written");

  @ArchTest
  static final ArchRule snapshotsAreReadWithoutFlinkAndKafka =
      classes()
          .that()
          .resideInAPackage("io.rivulet.snapshot..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.rivulet.snapshot..",
              "io.rivulet.domain..",
              "io.rivulet.learner..",
              "io.rivulet.schema..",
              "io.rivulet.config.yaml..",
              "org.apache.avro..",
              "java..");

  @ArchTest
  static final ArchRule operatorsKnowNoTransport =
      noClasses()
          .that()
          .resideInAPackage("io.rivulet.operator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TRANSPORT)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule operatorsKnowNoConfiguration =
      noClasses()
          .that()
          .resideInAPackage("io.rivulet.operator..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.rivulet.config..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule thePipelineKnowsNoTransport =
      noClasses()
          .that()
          .resideInAPackage("io.rivulet.pipeline..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TRANSPORT)
          .because("a test puts collections where the job puts topics")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nobodyKnowsTheJob =
      noClasses()
          .that(not(belongTo(simpleName(JOB))))
          .should()
          .dependOnClassesThat(belongTo(simpleName(JOB)));

  @ArchTest
  static final ArchRule nothingIsSerializedByKryo =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.esotericsoftware..");

  @ArchTest
  static final ArchRule logsGoThroughSlf4j =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule nothingIsPrinted =
      noClasses().should().accessField(System.class, "out").because("logs go through SLF4J");

  @ArchTest
  static final ArchRule namesSayWhatAClassDoes =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");
}

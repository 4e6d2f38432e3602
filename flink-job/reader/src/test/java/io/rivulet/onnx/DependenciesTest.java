package io.rivulet.onnx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the export may know. */
@AnalyzeClasses(packages = "io.rivulet.onnx", importOptions = ImportOption.DoNotIncludeTests.class)
class DependenciesTest {
  @ArchTest
  static final ArchRule theExportKnowsOnlyTheLearnerAndOnnx =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.rivulet.onnx..",
              "io.rivulet.learner..",
              "java..",
              "onnx..",
              "org.nd4j.shade.protobuf..")
          .because("a specification and its parameters are all that it takes");

  @ArchTest
  static final ArchRule theExportReadsParametersByTheirLayout =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("io.rivulet.learner.optim..", "io.rivulet.learner.weighting..")
          .because("no prediction follows from optimiser slots or task weights");
}

package io.rivulet.security;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;

/** Bytes that came from somewhere never become Java objects of the sender's choice. */
@AnalyzeClasses(packages = "io.rivulet", importOptions = ImportOption.DoNotIncludeTests.class)
final class NoDeserializationTest {
  @ArchTest
  static final ArchRule noClassReadsJavaObjects =
      noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

  @ArchTest
  static final ArchRule noClassLetsFlinkReadThem =
      noClasses()
          .should()
          .callMethodWhere(
              target(nameMatching("deserialize(Object|Value|Error)"))
                  .and(target(owner(JavaClass.Predicates.resideInAPackage("org.apache.flink..")))));

  @ArchTest
  static final ArchRule noClassLooksObjectsUp =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.rmi..", "javax.naming..", "java.beans..");
}

package org.hearsay.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** The rules of the house: who may import what. */
class ModuleRulesTest {
  private static final String[] LIBRARIES = {
    "org.hearsay.text..",
    "org.hearsay.page..",
    "org.hearsay.language..",
    "org.hearsay.encoder..",
    "org.hearsay.entities..",
    "org.hearsay.claims..",
    "org.hearsay.lineage..",
    "org.hearsay.coverage..",
    "org.hearsay.sources..",
    "org.hearsay.framing..",
    "org.hearsay.analysis.."
  };

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.hearsay");

  @Test
  void theClassesOfEveryModuleAreChecked() {
    assertThat(classes.stream().map(c -> c.getPackageName()).distinct())
        .contains(
            "org.hearsay.page",
            "org.hearsay.claims",
            "org.hearsay.framing",
            "org.hearsay.topology",
            "org.hearsay.registry",
            "org.hearsay.cli");
  }

  @Test
  void librariesImportNeitherKafkaNorAvro() {
    noClasses()
        .that()
        .resideInAnyPackage(LIBRARIES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "org.hearsay.records..")
        .check(classes);
  }

  @Test
  void onlyTheRegistryImportsTheConfluentClient() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hearsay.registry..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.flink..")
        .check(classes);
  }

  @Test
  void onlyLanguageImportsCoreNlp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hearsay.language..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("edu.stanford..")
        .check(classes);
  }

  @Test
  void onlyTheEncoderImportsOnnxRuntime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hearsay.encoder..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .check(classes);
  }

  @Test
  void nothingShippedKnowsTrainingOrItsLibraries() {
    // Training is built on demand only and is not among these classes: it tests its own rules.
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hearsay.training..", "ai.djl..", "ai.onnx.proto..")
        .check(classes);
  }

  @Test
  void nothingDependsOnTheCommand() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hearsay.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.hearsay.cli..")
        .check(classes);
  }

  @Test
  void pageAndLanguageDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("org.hearsay.page..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hearsay.language..", "org.hearsay.entities..")
        .check(classes);
  }

  @Test
  void thereIsNoMutableStaticState() {
    ArchRuleDefinition.fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("org.hearsay.records")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(classes);
  }
}

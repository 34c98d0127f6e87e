package org.hearsay.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The house's rules for a module that the system tests do not see, as it is not shipped. */
class TrainingRulesTest {
  @Test
  void trainingKnowsWhatItTrainsAndTheTextAndNothingElseOfTheHouse() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.hearsay.training..",
            "org.hearsay.encoder..",
            "org.hearsay.page..",
            "org.hearsay.text..",
            "ai.djl..",
            "de.bwaldvogel.liblinear..",
            "ai.onnx.proto..",
            "com.google.protobuf..",
            "com.fasterxml.jackson..",
            "org.jsoup..",
            "picocli..")
        .check(training());
  }

  @Test
  void packagesUseEachOtherInOneDirection() {
    slices().matching("org.hearsay.(**)").should().beFreeOfCycles().check(training());
  }

  private static JavaClasses training() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.hearsay.training");
  }
}

package org.hearsay.training;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The house's rules for a module that the system tests do not see, as it is not shipped. */
class TrainingRulesTest {
  private static final JavaClasses TRAINING =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.hearsay.training");

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
        .check(TRAINING);
  }

  /**
   * DJL puts the number into memory of Java's that it lets go of at once. PyTorch keeps the address
   * for the backward pass, and reads there what came after.
   */
  @Test
  void noArrayIsReckonedWithAPlainNumber() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(JavaClass.Predicates.assignableTo(NDArray.class)))
                .and(target(rawParameterTypes(Number.class)))
                .and(target(nameMatching("(mul|div|add|sub|pow|maximum|minimum|mod)i?"))))
        .check(TRAINING);
  }

  /**
   * A static field is final, and holds a value, a record or a private array; the house's own rule
   * lets more pass, which nothing here needs.
   */
  @Test
  void nothingStaticCanChange() {
    Set<Class<?>> values = Set.of(String.class, Boolean.class, Pattern.class, Enum.class);
    assertThat(
            TRAINING.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(
                    field -> {
                      JavaClass type = field.getRawType();
                      boolean own =
                          type.isArray() && field.getModifiers().contains(JavaModifier.PRIVATE);
                      boolean value =
                          type.isPrimitive()
                              || type.isRecord()
                              || values.stream().anyMatch(type::isAssignableTo);
                      return !field.getModifiers().contains(JavaModifier.FINAL) || !(own || value);
                    })
                .map(JavaField::getFullName))
        .isEmpty();
  }

  @Test
  void packagesUseEachOtherInOneDirection() {
    slices().matching("org.hearsay.(**)").should().beFreeOfCycles().check(TRAINING);
  }
}

package org.hearsay.systemtests.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Packages use each other in one direction, so that each is understood with those below it alone.
 * Of the modules that {@code package-cycle-exceptions.txt} names, the first package is left out:
 * those below it have to be free of cycles all the same.
 */
class PackageCyclesTest {
  private static final String FILE = "package-cycle-exceptions.txt";

  private static ArchRule noCycles(Set<String> leftOut) {
    return slices()
        .assignedFrom(new Packages(leftOut))
        .should()
        .beFreeOfCycles()
        .because("a package is understood with those that it uses; exceptions are in " + FILE);
  }

  /** Each package by itself, but those that are left out. */
  private record Packages(Set<String> leftOut) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return leftOut.contains(name) || House.module(type).isEmpty()
          ? SliceIdentifier.ignore()
          : SliceIdentifier.of(name);
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  @Test
  void packagesUseEachOtherInOneDirection() {
    noCycles(House.reasons(FILE).keySet()).check(House.classes());
  }

  @Test
  void noExceptionIsMadeThatIsNotNeeded() {
    Set<String> all = House.reasons(FILE).keySet();
    Set<String> unneeded = new TreeSet<>();
    for (String name : all) {
      Set<String> others = new TreeSet<>(all);
      others.remove(name);
      if (!noCycles(others).evaluate(House.classes()).hasViolation()) {
        unneeded.add(name);
      }
    }
    assertThat(unneeded).as("no cycle goes through these: take them out of %s", FILE).isEmpty();
  }
}

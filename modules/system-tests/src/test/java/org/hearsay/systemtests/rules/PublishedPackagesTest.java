package org.hearsay.systemtests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A module's packages are its own, but those that {@code published-packages.txt} names: what is in
 * the others may change without a look at other modules that are shipped. Training is not seen
 * here: it trains what modules keep to themselves.
 */
class PublishedPackagesTest {
  private static final String FILE = "published-packages.txt";

  /** Of each package that another module imports, one import. */
  private static Map<String, String> imported() {
    Map<String, String> imported = new TreeMap<>();
    for (JavaClass type : House.classes()) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        Optional<String> module = House.module(target);
        if (module.isPresent() && !module.equals(House.module(type))) {
          imported.putIfAbsent(
              target.getPackageName(), type.getName() + " uses " + target.getSimpleName());
        }
      }
    }
    return imported;
  }

  @Test
  void modulesImportOfEachOtherOnlyWhatIsPublished() {
    Map<String, String> secret = imported();
    secret.keySet().removeAll(House.reasons(FILE).keySet());
    assertThat(secret)
        .as("packages of other modules' own: use what they publish, or publish them in %s", FILE)
        .isEmpty();
  }

  @Test
  void nothingIsPublishedThatNobodyImports() {
    TreeSet<String> unused = new TreeSet<>(House.reasons(FILE).keySet());
    unused.removeAll(imported().keySet());
    assertThat(unused).as("no other module needs these: take them out of %s", FILE).isEmpty();
  }
}

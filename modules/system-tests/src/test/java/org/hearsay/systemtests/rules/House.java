package org.hearsay.systemtests.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules and their classes, as the rules see them. */
final class House {
  /** Surefire and IDEs run a module's tests in its folder. */
  static final Path MODULES = Path.of("..");

  /** Neither Kafka nor Avro: these run anywhere. */
  static final Set<String> LIBRARIES =
      Set.of(
          "text",
          "page",
          "sources",
          "language",
          "encoder",
          "entities",
          "claims",
          "lineage",
          "framing",
          "coverage",
          "analysis");

  /** What makes a pipeline of the libraries. */
  static final Set<String> PIPELINE =
      Set.of("records", "registry", "topology", "server", "local", "store", "web", "cli");

  /**
   * Not shipped, so not among {@link #classes()}. Training, which is built apart, has rules of its
   * own.
   */
  static final Set<String> NOT_SHIPPED =
      Set.of("training", "benchmarks", "flink", "system-tests", "browser-tests");

  private static final String ROOT = "org.hearsay.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.hearsay");

  private static final JavaClasses SHIPPED =
      CLASSES.that(JavaClass.Predicates.resideOutsideOfPackage(ROOT + "benchmarks.."));

  private House() {}

  /** Every shipped class of Hearsay. */
  static JavaClasses classes() {
    return SHIPPED;
  }

  /** Those and the classes of programs that measure. */
  static JavaClasses classesAndBenchmarks() {
    return CLASSES;
  }

  /** The packages of libraries, with all below them. */
  static String[] libraries() {
    return LIBRARIES.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  /** The module that a class belongs to; none for a class that is not Hearsay's. */
  static Optional<String> module(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT)
        ? Optional.of(name.substring(ROOT.length()).split("\\.", 2)[0])
        : Optional.empty();
  }

  /** The modules that have a folder. */
  static Set<String> folders() {
    try (Stream<Path> folders = Files.list(MODULES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file of exceptions or permissions beside the rules: lines of a name, a colon and a
   * reason; # begins a remark.
   *
   * @throws IllegalStateException when a line gives no reason
   */
  static Map<String, String> reasons(String file) {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : lines(file)) {
      String[] fields = line.split(":", 2);
      if (fields.length < 2 || fields[1].isBlank()) {
        throw new IllegalStateException(file + ": there is no reason in \"" + line + "\"");
      }
      reasons.put(fields[0].strip(), fields[1].strip());
    }
    return reasons;
  }

  private static List<String> lines(String file) {
    try (InputStream in = Objects.requireNonNull(House.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

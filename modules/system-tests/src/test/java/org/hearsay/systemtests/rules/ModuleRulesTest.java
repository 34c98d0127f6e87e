package org.hearsay.systemtests.rules;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URLConnection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import what. */
class ModuleRulesTest {
  /** It asks the registry that it has started on this machine whether that answers. */
  private static final String ASKS_ITS_OWN_PROCESS = "org.hearsay.local.LocalRegistry";

  /** An encoding: what it looks for in an id are digits, of which two take a byte. */
  private static final String ENCODING = "org.hearsay.topology.stores.PackedForm";

  @Test
  void everyModuleIsKnownToTheRulesAndItsClassesAreChecked() {
    assertThat(House.folders())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(House.LIBRARIES, House.PIPELINE, House.NOT_SHIPPED)
                .flatMap(set -> set.stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(House.classes().stream().map(House::module).flatMap(Optional::stream).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(House.LIBRARIES.stream(), House.PIPELINE.stream()).toList());
  }

  @Test
  void librariesImportNeitherKafkaNorAvro() {
    noClasses()
        .that()
        .resideInAnyPackage(House.libraries())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "org.hearsay.records..")
        .check(House.classes());
  }

  /** Only classes of one module may know a library. */
  private static void only(String module, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hearsay." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .because("only " + module + " knows " + String.join(", ", libraries))
        .check(House.classes());
  }

  @Test
  void onlyTheRegistryImportsTheConfluentClient() {
    only("registry", "org.apache.flink..", "io.confluent..");
  }

  @Test
  void onlyLanguageImportsCoreNlp() {
    only("language", "edu.stanford..", "opennlp..");
  }

  @Test
  void onlyTheEncoderImportsOnnxRuntime() {
    only("encoder", "ai.onnxruntime..");
  }

  @Test
  void onlyTheStoreImportsDuckDb() {
    only("store", "org.duckdb..", "java.sql..");
  }

  @Test
  void onlyTheStoreImportsLucene() {
    only("store", "org.apache.lucene..");
  }

  /** Web serves people as the server serves who runs stages. */
  @Test
  void onlyWebAndServerImportAnHttpServer() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.hearsay.web..", "org.hearsay.server..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.sun.net.httpserver..",
            "jakarta.servlet..",
            "io.javalin..",
            "io.netty..",
            "io.undertow..",
            "io.vertx..",
            "org.eclipse.jetty..")
        .because("only web and server answer over HTTP")
        .check(House.classes());
  }

  @Test
  void onlySourcesImportsFeedsArchivesAndRulesForRobots() {
    only("sources", "com.rometools..", "org.netpreserve..", "crawlercommons..");
  }

  @Test
  void onlySourcesImportsAnHttpClient() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hearsay.sources..")
        .and()
        .doNotHaveFullyQualifiedName(ASKS_ITS_OWN_PROCESS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "org.apache.hc..", "org.apache.http..", "okhttp3..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(URLConnection.class)
        .because("only sources fetches what others serve")
        .check(House.classes());
  }

  @Test
  void onlyThePageReaderImportsAnHtmlParser() {
    only("page", "org.jsoup..");
  }

  @Test
  void nothingShippedKnowsTrainingOrItsLibraries() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.hearsay.training..", "ai.djl..", "ai.onnx.proto..", "de.bwaldvogel..")
        .check(House.classes());
  }

  @Test
  void nothingDependsOnTheCommand() {
    only("cli", "org.hearsay.cli..");
  }

  @Test
  void pageAndLanguageDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("org.hearsay.page..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hearsay.language..", "org.hearsay.entities..")
        .check(House.classes());
  }

  /**
   * What can be seen of text logic: expressions, break iterators, models, texts taken apart. Stages
   * carry texts; what is read in them the libraries say.
   */
  @Test
  void theTopologyHoldsNoTextLogic() {
    noClasses()
        .that()
        .resideInAPackage("org.hearsay.topology..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.regex..",
            "java.text..",
            "org.hearsay.language..",
            "org.hearsay.encoder..",
            "org.jsoup..")
        .check(House.classes());
    noClasses()
        .that()
        .resideInAPackage("org.hearsay.topology..")
        .and()
        .doNotHaveFullyQualifiedName(ENCODING)
        .should()
        .callMethodWhere(
            target(owner(JavaClass.Predicates.type(String.class)))
                .and(
                    target(
                        nameMatching(
                            "matches|replace|replaceAll|replaceFirst|split|strip|trim"
                                + "|toLowerCase|toUpperCase|chars|charAt|codePoints|codePointAt"
                                + "|substring|subSequence|lines"))))
        .because("what stands in a text is for the libraries to say")
        .check(House.classes());
  }
}

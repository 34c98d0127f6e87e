package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md shows is what there is. */
class PicturesTest {
  private static final Path ROOT = Path.of(System.getProperty("hearsay.root", "../.."));
  private static final Path PICTURES = ROOT.resolve("docs/pictures");

  /** They have nothing but tests, whose needs are theirs. */
  private static final Set<String> ONLY_TESTS = Set.of("system-tests", "browser-tests");

  private static final Pattern MODULE = Pattern.compile("<module>modules/([a-z-]+)</module>");
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>hearsay-([a-z-]+)</artifactId>"
              + "(.*?)</dependency>",
          Pattern.DOTALL);
  private static final Pattern TOPIC = Pattern.compile("topic: ([a-z-]+)-repartition\\)");
  private static final Pattern STORES = Pattern.compile("\\(stores: \\[([^\\]]+)]\\)");

  @Test
  void thePictureOfTheModulesShowsEveryModule() {
    Set<String> modules = all(MODULE, ROOT.resolve("pom.xml"));

    assertThat(modules).hasSizeGreaterThan(15);
    assertThat(read("modules.svg")).contains(modules);
    assertThat(read("modules.dot")).contains(modules);
  }

  @Test
  void theArrowsBetweenModulesAreThePoms() {
    Map<String, Set<String>> needs = new TreeMap<>();
    for (String module : all(MODULE, ROOT.resolve("pom.xml"))) {
      needs.put(module, needs(module));
    }

    assertThat(new Drawn(text(PICTURES.resolve("modules.dot"))).arrows())
        .isEqualTo(withoutWhatFollows(needs));
  }

  /** What a module is built on; tests' own needs count where there is nothing but tests. */
  private static Set<String> needs(String module) {
    Set<String> out = new TreeSet<>();
    Matcher matcher =
        DEPENDENCY.matcher(text(ROOT.resolve("modules/%s/pom.xml".formatted(module))));
    while (matcher.find()) {
      if (!matcher.group(2).contains("<scope>test</scope>") || ONLY_TESTS.contains(module)) {
        out.add(matcher.group(1));
      }
    }
    return out;
  }

  private static Set<String> withoutWhatFollows(Map<String, Set<String>> needs) {
    Set<String> arrows = new TreeSet<>();
    needs.forEach(
        (module, direct) -> {
          Set<String> following = new TreeSet<>();
          direct.forEach(needed -> follow(needed, needs, following));
          direct.stream()
              .filter(needed -> !following.contains(needed))
              .forEach(needed -> arrows.add(module + " -> " + needed));
        });
    return arrows;
  }

  private static void follow(String module, Map<String, Set<String>> needs, Set<String> into) {
    for (String needed : needs.getOrDefault(module, Set.of())) {
      if (into.add(needed)) {
        follow(needed, needs, into);
      }
    }
  }

  @Test
  void theArrowsBetweenTopicsAndStagesAreTheContracts() {
    Set<String> expected = new TreeSet<>();
    for (Topic<?> topic : new Topics("", 1).all()) {
      // Both topics of the catalogue are one node.
      String node = topic.name().startsWith("catalogue.") ? "catalogue" : topic.name();
      topic.writers().forEach(stage -> expected.add(stage.label() + " -> " + node));
      topic.readers().forEach(stage -> expected.add(node + " -> " + stage.label()));
    }

    assertThat(new Drawn(text(PICTURES.resolve("pipeline.dot"))).arrows()).isEqualTo(expected);
  }

  @Test
  void thePictureOfTheWayOfAPageShowsEveryTopicOfTheContract() {
    Topics topics = new Topics("", 1);
    Set<String> names = new TreeSet<>();
    for (Topic<?> topic : topics.all()) {
      names.add(topic.name());
    }

    assertThat(names).hasSizeGreaterThan(10);
    assertThat(read("pipeline.dot")).contains(names);
    assertThat(read("pipeline.svg")).contains(names);
  }

  @Test
  void thePicturesOfStagesShowEveryInternalTopicAndEveryStore() {
    for (String stage : new String[] {"trace", "profile"}) {
      Path golden =
          ROOT.resolve(
              "modules/topology/src/test/resources/org/hearsay/topology/%s/%s.topology.txt"
                  .formatted(stage, stage));
      Set<String> names = all(TOPIC, golden);
      for (String stores : all(STORES, golden)) {
        names.addAll(Set.of(stores.split(", ", -1)));
      }

      assertThat(names).hasSizeGreaterThan(8);
      assertThat(read("stage-" + stage + ".dot")).contains(names);
      assertThat(read("stage-" + stage + ".svg")).contains(names);
    }
  }

  private static Set<String> all(Pattern pattern, Path file) {
    Set<String> out = new TreeSet<>();
    Matcher matcher = pattern.matcher(text(file));
    while (matcher.find()) {
      out.add(matcher.group(1));
    }
    return out;
  }

  /** As it is seen: SVG writes a hyphen as an entity. */
  private static String read(String picture) {
    return text(PICTURES.resolve(picture)).replace("&#45;", "-");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}

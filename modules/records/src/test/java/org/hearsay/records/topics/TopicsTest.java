package org.hearsay.records.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private final Topics topics = new Topics();

  @Test
  void topicsCarryThePrefixAndAreFoundWithOrWithoutIt() {
    Topics news = new Topics("news.", 3);
    assertThat(news.claims().name()).isEqualTo("news.claims");
    assertThat(news.named("claims")).contains(news.claims());
    assertThat(news.named("news.claims")).contains(news.claims());
    assertThat(news.named("nothing")).isEmpty();
  }

  @Test
  void aTopicHasTheClustersPartitionsWhereThatHasItAndTheAskedForOnesElse() {
    Topics news = new Topics("news.", 3, Map.of("news.claims", 12, "hearsay.pages", 24));
    assertThat(news.claims().partitions()).isEqualTo(12);
    assertThat(news.pages().partitions()).isEqualTo(3);
    assertThat(news.outlets().partitions()).as("a table").isEqualTo(1);
  }

  @Test
  void everyTopicIsWrittenOrReadBySomeoneAndSaysWhatItsKeysAre() {
    assertThat(topics.all())
        .extracting(Topic::name)
        .doesNotHaveDuplicates()
        .contains("hearsay.pages", "hearsay.dead-letters");
    assertThat(topics.all())
        .allSatisfy(
            topic -> {
              assertThat(topic.key()).as(topic.name()).isNotBlank();
              assertThat(topic.doc()).as(topic.name()).isNotBlank();
            });
    assertThat(topics.pages().owner()).isEmpty();
    assertThat(topics.claims().owner()).contains(Stage.ANNOTATE);
    assertThat(topics.writtenBy(Stage.TRACE)).contains(topics.claims(), topics.lineage());
    assertThat(topics.readBy(Stage.READ)).contains(topics.pages(), topics.outlets());
  }

  @Test
  void theTableOfTheSchemasReadmeIsTheCatalogue() throws IOException {
    List<String> rows =
        Files.readAllLines(schemas().resolve("README.md"), StandardCharsets.UTF_8).stream()
            .filter(line -> line.startsWith("| `"))
            .toList();
    assertThat(rows).containsExactlyElementsOf(topics.all().stream().map(this::row).toList());
  }

  private String row(Topic<?> topic) {
    Class<?> type = topic.value();
    String value =
        type == null
            ? "raw bytes"
            : "[%s](%s.avsc)".formatted(type.getSimpleName(), type.getSimpleName());
    return "| `%s` | %s | %s | %s |".formatted(topic.name(), topic.key(), value, topic.doc());
  }

  @Test
  void everySchemaBelongsToATopicAndTheReadmeLinksToIt() throws IOException {
    List<String> files;
    try (Stream<Path> folder = Files.list(schemas())) {
      files =
          folder
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".avsc"))
              .sorted()
              .toList();
    }
    assertThat(reachable().keySet().stream().map(name -> name + ".avsc"))
        .containsExactlyElementsOf(files);
    String readme = Files.readString(schemas().resolve("README.md"), StandardCharsets.UTF_8);
    assertThat(files).allSatisfy(file -> assertThat(readme).contains("(" + file + ")"));
  }

  @Test
  void everyFieldOfEveryRecordIsDocumented() {
    for (Schema schema : reachable().values()) {
      assertThat(schema.getFields())
          .isNotEmpty()
          .allSatisfy(
              field -> assertThat(field.doc()).as(schema + "." + field.name()).isNotBlank());
    }
  }

  /** The record schemas of the topics, with those nested in them, by their simple name. */
  private Map<String, Schema> reachable() {
    Map<String, Schema> out = new TreeMap<>();
    for (Topic<?> topic : topics.all()) {
      Class<?> type = topic.value();
      if (type != null) {
        add(SpecificData.get().getSchema(type), out);
      }
    }
    return out;
  }

  private static void add(Schema schema, Map<String, Schema> out) {
    switch (schema.getType()) {
      case ARRAY -> add(schema.getElementType(), out);
      case MAP -> add(schema.getValueType(), out);
      case UNION -> schema.getTypes().forEach(type -> add(type, out));
      case RECORD -> {
        if (out.put(schema.getName(), schema) == null) {
          schema.getFields().forEach(field -> add(field.schema(), out));
        }
      }
      default ->
          assertThat(Set.of(Schema.Type.ENUM, Schema.Type.FIXED)).doesNotContain(schema.getType());
    }
  }

  private static Path schemas() {
    // A test runs in its module's folder from Maven, and in any above it from an IDE.
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(folder -> folder.resolve("schemas"))
        .filter(folder -> Files.exists(folder.resolve("README.md")))
        .findFirst()
        .orElseThrow();
  }
}

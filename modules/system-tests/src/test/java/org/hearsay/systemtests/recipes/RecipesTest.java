package org.hearsay.systemtests.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.junit.jupiter.api.Test;

/** Every column in the files of docs/sql is a field of the contract, and of its type. */
class RecipesTest {
  private static final Path DOCS =
      Path.of(System.getProperty("hearsay.root", "../..")).resolve("docs");
  private static final Path RECIPES = DOCS.resolve("sql");

  /** A topic that flink/links.sql fills. */
  private static final String FLAT_LINKS = "flat.chain-links";

  private static final Pattern LINK_LIST =
      Pattern.compile("(?s)UNNEST\\([^)]*\\) AS l \\((.*?)\\)");
  private static final Pattern TRINO_COLUMN = Pattern.compile("\\br\\.\"(\\w+)\"");

  private static final Pattern CLICKHOUSE_SELECT = Pattern.compile("(?s)\\bSELECT\\b.*?\\bFROM\\b");
  private static final Pattern READ_BY_ITS_NAME = Pattern.compile("(?m)^ *`(\\w+)` AS \\w+");

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(RECIPES)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static String system(Path file) {
    return RECIPES.relativize(file).getName(0).toString();
  }

  private static Schema schema(Class<?> type) {
    return SpecificData.get().getSchema(type);
  }

  /** The fields of a topic's records. */
  private static Map<String, Schema> fields(String topic) {
    Map<String, Schema> fields = new TreeMap<>();
    if (topic.equals(FLAT_LINKS)) {
      List.of("link", "claimId", "articleId")
          .forEach(name -> fields.put(name, Schema.create(Schema.Type.STRING)));
      schema(ChainLink.class).getFields().forEach(f -> fields.put(f.name(), f.schema()));
      return fields;
    }
    for (Topic<?> one : new Topics(Topics.DEFAULT_PREFIX, 1).all()) {
      if (one.name().equals(topic) && one.value() != null) {
        schema(one.value()).getFields().forEach(f -> fields.put(f.name(), f.schema()));
      }
    }
    assertThat(fields).as("the topic %s", topic).isNotEmpty();
    return fields;
  }

  private static List<String> faults(String system, RecipeTable table) {
    List<String> faults = new ArrayList<>();
    Map<String, Schema> fields = fields(table.topic());
    table
        .columns()
        .forEach(
            (name, written) -> {
              Schema field = fields.get(name);
              if (field == null) {
                faults.add(table.name() + "." + name + " is no field of " + table.topic());
              } else if (!isPartOf(ColumnTypes.ofSql(system, written), ColumnTypes.ofAvro(field))) {
                faults.add(
                    "%s.%s is %s, not %s"
                        .formatted(table.name(), name, written, ColumnTypes.ofAvro(field)));
              } else if (system.equals("clickhouse")
                  && field.isUnion() != written.startsWith("Nullable(")) {
                faults.add(table.name() + "." + name + " may be absent, or not: " + written);
              }
            });
    return faults;
  }

  /** Whether a type is the field's; of nested records some fields may be left out. */
  private static boolean isPartOf(String declared, String field) {
    if (!declared.startsWith("array(record(") || !field.startsWith("array(record(")) {
      return declared.equals(field);
    }
    return nested(field).containsAll(nested(declared));
  }

  private static List<String> nested(String type) {
    return ColumnTypes.parts(type.substring("array(record(".length(), type.length() - 2));
  }

  @Test
  void everyColumnOfEveryTableIsAField() throws IOException {
    List<String> faults = new ArrayList<>();
    Map<String, Integer> tables = new TreeMap<>();
    for (Path file : files(".sql")) {
      for (RecipeTable table : RecipeTable.of(text(file))) {
        assertThat(table.columns()).as("%s of %s", table.name(), file).hasSizeGreaterThan(3);
        tables.merge(system(file), 1, Integer::sum);
        faults.addAll(faults(system(file), table));
      }
    }

    assertThat(faults).isEmpty();
    assertThat(tables).isEqualTo(Map.of("flink", 8, "postgresql", 2, "clickhouse", 2, "ksqldb", 2));
  }

  @Test
  void aColumnThatIsNoFieldOrOfAnotherTypeIsFound() {
    String sql =
        """
        -- hearsay.claims
        CREATE TABLE claims (
          "id" text PRIMARY KEY,
          "speaker" text,
          "hops" text,
          "about" text[]
        );
        """;

    RecipeTable table = RecipeTable.of(sql).get(0);

    assertThat(table.topic()).isEqualTo("hearsay.claims");
    assertThat(faults("postgresql", table))
        .containsExactly(
            "claims.speaker is no field of hearsay.claims", "claims.hops is text, not int");
    assertThatThrownBy(() -> ColumnTypes.ofSql("flink", "VARCHAR")).hasMessageContaining("VARCHAR");
    assertThat(isPartOf("array(record(role int))", "array(record(name string, role string))"))
        .isFalse();
    assertThat(isPartOf("array(record(role string))", "array(record(name string, role string))"))
        .isTrue();
  }

  @Test
  void whereAChainIsTakenApartItsFieldsStandInTheirOrder() throws IOException {
    List<String> order =
        schema(ChainLink.class).getFields().stream().map(Schema.Field::name).toList();
    int lists = 0;
    for (Path file : files(".sql")) {
      Matcher list = LINK_LIST.matcher(text(file));
      while (list.find()) {
        lists++;
        assertThat(ColumnTypes.parts(list.group(1)).stream().map(c -> c.replaceAll("[`\"]", "")))
            .as("%s", file)
            .containsExactlyElementsOf(order);
      }
    }
    assertThat(lists).as("Flink's and Trino's").isEqualTo(2);
  }

  /** ClickHouse reads a name that a SELECT gives before a column's. */
  @Test
  void noSelectOfClickHouseGivesOneThingTheNameOfAnotherThatItReads() throws IOException {
    List<String> faults = new ArrayList<>();
    Matcher select = CLICKHOUSE_SELECT.matcher(text(RECIPES.resolve("clickhouse/claims.sql")));
    while (select.find()) {
      Matcher read = READ_BY_ITS_NAME.matcher(select.group());
      while (read.find()) {
        if (select.group().contains(" AS `" + read.group(1) + "`")) {
          faults.add(read.group());
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void theColumnsOfTrinosViewAreFields() throws IOException {
    List<String> claim = schema(Claim.class).getFields().stream().map(Schema.Field::name).toList();
    Matcher column = TRINO_COLUMN.matcher(text(RECIPES.resolve("iceberg/trino-views.sql")));
    List<String> columns = new ArrayList<>();
    while (column.find()) {
      columns.add(column.group(1));
    }

    assertThat(columns).hasSizeGreaterThan(30).isSubsetOf(claim);
  }

  @Test
  void sinksReadTopicsThatThereAreAndWriteColumnsThatTheirTablesHave() throws IOException {
    Map<String, RecipeTable> tables = new TreeMap<>();
    RecipeTable.of(text(RECIPES.resolve("postgresql/tables.sql")))
        .forEach(table -> tables.put(table.name(), table));
    int sinks = 0;
    for (Path file : files("-sink.json")) {
      JsonNode config = new ObjectMapper().readTree(text(file)).get("config");
      Map<String, Schema> fields = fields(config.get("topics").asText());
      assertThat(config.get("consumer.override.isolation.level").asText())
          .isEqualTo("read_committed");
      sinks++;
      if (config.has("field.include.list")) {
        RecipeTable table =
            Objects.requireNonNull(tables.get(config.get("collection.name.format").asText()));
        List<String> written = List.of(config.get("field.include.list").asText().split(",", -1));
        assertThat(written)
            .as("%s", file)
            .isSubsetOf(fields.keySet())
            .containsExactlyInAnyOrderElementsOf(table.columns().keySet());
        assertThat(table.topic()).isEqualTo(config.get("topics").asText());
      }
    }
    assertThat(sinks).isEqualTo(4);
  }

  @Test
  void openSearchIsToldTheTypesOfFields() throws IOException {
    Path file = RECIPES.resolve("opensearch/claims-template.json");
    JsonNode template = new ObjectMapper().readTree(text(file));
    String topic = template.get("index_patterns").get(0).asText();

    assertMapped(template.at("/template/mappings/properties"), fields(topic));
  }

  /** A list has the type of its items in OpenSearch. */
  private static void assertMapped(JsonNode properties, Map<String, Schema> fields) {
    assertThat(properties).hasSizeGreaterThan(10);
    properties
        .properties()
        .forEach(
            property -> {
              Schema field =
                  ColumnTypes.present(
                      Objects.requireNonNull(fields.get(property.getKey()), property.getKey()));
              Schema item = field.getType() == Schema.Type.ARRAY ? field.getElementType() : field;
              String type = property.getValue().get("type").asText();
              if (item.getType() == Schema.Type.RECORD) {
                assertThat(type).as(property.getKey()).isEqualTo("nested");
                Map<String, Schema> inner = new TreeMap<>();
                item.getFields().forEach(f -> inner.put(f.name(), f.schema()));
                assertMapped(property.getValue().get("properties"), inner);
              } else {
                assertThat(ColumnTypes.ofSql("opensearch", type))
                    .as(property.getKey())
                    .isEqualTo(ColumnTypes.ofAvro(item));
              }
            });
  }

  @Test
  void thePageNamesEveryFile() throws IOException {
    String page = text(DOCS.resolve("sql.md"));
    for (String ending : List.of(".sql", ".json", ".properties")) {
      for (Path file : files(ending)) {
        assertThat(page).contains("(" + DOCS.relativize(file) + ")");
      }
    }
  }
}

package org.hearsay.systemtests.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.store.search.Statement;
import org.junit.jupiter.api.Test;

/** What is asked of the tables stands where the tables are: the server only says for whom. */
class SqlOfStoreTest {
  /** A text of Java's, in one line or in several. */
  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

  /** What SQL has, and sentences have not. */
  private static final Pattern SQL =
      Pattern.compile(
          "\\bSELECT\\b.*\\bFROM\\b|\\b(FROM|JOIN) [a-z(]|\\bWHERE\\b|\\b(ORDER|GROUP) BY\\b",
          Pattern.DOTALL);

  private static List<String> statements(String source) {
    List<String> out = new ArrayList<>();
    Matcher texts = TEXT.matcher(source);
    while (texts.find()) {
      if (SQL.matcher(texts.group()).find()) {
        out.add(texts.group());
      }
    }
    return out;
  }

  @Test
  void theServerHoldsNoSql() throws IOException {
    Path web = House.MODULES.resolve("web/src/main/java");
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(web)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        statements(Files.readString(file, StandardCharsets.UTF_8))
            .forEach(sql -> found.add(file.getFileName() + ": " + sql));
      }
    }
    assertThat(found).as("move these into the store's package search").isEmpty();
  }

  @Test
  void theServerMakesNoStatements() {
    noClasses()
        .that()
        .resideInAPackage("org.hearsay.web..")
        .should()
        .callConstructor(Statement.class, String.class, java.util.Map.class)
        .check(House.classes());
  }

  @Test
  void whatIsSqlIsTold() {
    assertThat(
            statements(
                "a = \"SELECT * FROM articles\"; b = \" WHERE id = $id\"; c = \"one SELECT\"; d ="
                    + " \"\"\"\n"
                    + " WITH x AS (\n"
                    + " FROM claims)\"\"\";"))
        .hasSize(3);
  }
}

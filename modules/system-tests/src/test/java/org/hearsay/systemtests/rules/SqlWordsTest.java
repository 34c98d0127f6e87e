package org.hearsay.systemtests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearsay.store.questions.Question;
import org.hearsay.store.questions.Question.Parameter;
import org.hearsay.store.questions.Questions;
import org.hearsay.store.tables.Column;
import org.hearsay.store.tables.Table;
import org.hearsay.store.tables.Tables;
import org.hearsay.store.tables.View;
import org.junit.jupiter.api.Test;

/**
 * The words in the store's SQL, such as {@code 'OUTLET'}, are words of the house: each is a
 * constant of an enum, and the doc of the column that it is compared with names it.
 */
class SqlWordsTest {
  /** Words of enums are written in capitals; nothing else in the SQL is. */
  private static final Pattern LITERAL = Pattern.compile("'([A-Z][A-Z_]+)'");

  private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

  /** What stands before a literal: the column, and the literals before it in a list. */
  private static final Pattern COMPARED =
      Pattern.compile(
          "(\\w+)\\s*(?:=|<>|!=|\\bis\\s+(?:not\\s+)?distinct\\s+from"
              + "|\\b(?:not\\s+)?in\\s*\\((?:\\s*'\\w+'\\s*,)*)\\s*$",
          Pattern.CASE_INSENSITIVE);

  /** What stands after a literal that is the value of a column. */
  private static final Pattern NAMED = Pattern.compile("\\s+AS\\s+(\\w+)");

  private static final Set<String> CONSTANTS = constants();
  private static final Map<String, Set<String>> COLUMNS = columns();

  private static Set<String> constants() {
    Set<String> constants = new TreeSet<>();
    for (JavaClass type : House.classes()) {
      if (type.isEnum()) {
        for (JavaField field : type.getFields()) {
          if (field.getModifiers().contains(JavaModifier.ENUM)) {
            constants.add(field.getName());
          }
        }
      }
    }
    return constants;
  }

  /** The words that the docs of columns of a name give, over all tables and views. */
  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new HashMap<>();
    for (Table table : new Tables().all()) {
      for (Column column : table.columns()) {
        columns.computeIfAbsent(column.name(), name -> new TreeSet<>()).addAll(words(column.doc()));
      }
    }
    for (View view : View.all()) {
      view.columns()
          .forEach(
              (column, doc) ->
                  columns.computeIfAbsent(column, name -> new TreeSet<>()).addAll(words(doc)));
    }
    return columns;
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text).results().map(word -> word.group()).collect(Collectors.toSet());
  }

  /** What is wrong with the words of some SQL. */
  private static List<String> wrong(String name, String sql) {
    List<String> wrong = new ArrayList<>();
    Matcher literal = LITERAL.matcher(sql);
    while (literal.find()) {
      String word = literal.group(1);
      Matcher compared = COMPARED.matcher(sql.substring(0, literal.start()));
      Matcher named = NAMED.matcher(sql).region(literal.end(), sql.length());
      if (named.lookingAt()) {
        wrong.addAll(wrong(name, named.group(1), word));
      } else if (!compared.find()) {
        wrong.add(name + ": '" + word + "' is compared with no column");
      } else {
        wrong.addAll(wrong(name, compared.group(1), word));
      }
    }
    return wrong;
  }

  private static List<String> wrong(String name, String column, String word) {
    List<String> wrong = new ArrayList<>();
    if (!CONSTANTS.contains(word)) {
      wrong.add(name + ": no enum has a " + word);
    }
    if (!COLUMNS.getOrDefault(column, Set.of()).contains(word)) {
      wrong.add(name + ": the doc of no column " + column + " names " + word);
    }
    return wrong;
  }

  @Test
  void theWordsOfViewsAreThoseOfTheirColumns() {
    List<String> wrong = new ArrayList<>();
    View.all().forEach(view -> wrong.addAll(wrong(view.name(), view.definition())));
    assertThat(wrong).isEmpty();
  }

  @Test
  void theWordsOfQuestionsAreThoseOfTheirColumns() {
    List<String> wrong = new ArrayList<>();
    int words = 0;
    for (Question question : Questions.builtIn()) {
      wrong.addAll(wrong(question.name(), question.sql()));
      words += (int) LITERAL.matcher(question.sql()).results().count();
    }
    assertThat(wrong).isEmpty();
    assertThat(words).as("words that were looked at").isGreaterThan(5);
  }

  /** Such as {@code --category JUDGING_VERB}. */
  @Test
  void theWordsThatParametersOfferAreThoseOfTheColumnOfThatName() {
    List<String> wrong = new ArrayList<>();
    for (Question question : Questions.builtIn()) {
      for (Parameter parameter : question.parameters()) {
        for (String word : words(parameter.doc() + " " + parameter.fallback())) {
          wrong.addAll(wrong(question.name(), parameter.name(), word));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aMisspeltWordAndOneOfAnotherColumnAreFound() {
    assertThat(wrong("sql", "where m.voice = 'OUTLET' and l.role<>'RELAY'")).isEmpty();
    assertThat(wrong("sql", "where m.voice = 'OUTLETT'")).hasSize(2);
    assertThat(wrong("sql", "where m.voice = 'RELAY'"))
        .containsExactly("sql: the doc of no column voice names RELAY");
    assertThat(wrong("sql", "where type not in ('PERSON', 'COUNTRY', 'CONTRY')")).hasSize(2);
    assertThat(wrong("sql", "select 'OUTLET'"))
        .containsExactly("sql: 'OUTLET' is compared with no column");
  }
}

package org.hearsay.store.questions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearsay.store.NamedParameters;
import org.hearsay.store.tables.NameKind;
import org.jspecify.annotations.Nullable;

/**
 * A question that people ask.
 *
 * @param name as it is typed
 * @param title the question, one sentence
 * @param notes what to know when reading the answer
 * @param parameters what may be said beside, in order
 * @param example what may be typed after the name, to see what it answers
 * @param sql the statement; {@code $name} is a parameter
 */
public record Question(
    String name,
    String title,
    String notes,
    List<Parameter> parameters,
    String example,
    String sql) {

  private static final Pattern EXAMPLE_WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** Keeps its own copy of the list. */
  public Question {
    parameters = List.copyOf(parameters);
  }

  /** The example as a shell takes it apart: words, or what stands in quotation marks. */
  public List<String> exampleWords() {
    return EXAMPLE_WORD
        .matcher(example)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList();
  }

  /** How a parameter is given on the command line. */
  public enum Kind {
    /** {@code --name VALUE}. */
    OPTION,
    /** {@code --name}: "true" where it is given. */
    FLAG,
    /** By its place. */
    WORD
  }

  /**
   * A parameter.
   *
   * @param fallback its value where none is given; null for NULL, or, of a word, for one that has
   *     to be given
   * @param names what its value is a name of; none where it is no name
   * @param doc what it does
   */
  public record Parameter(
      Kind kind, String name, List<NameKind> names, @Nullable String fallback, String doc) {
    /** Keeps its own copy of the list. */
    public Parameter {
      names = List.copyOf(names);
    }
  }

  /** Which numbers a parameter takes. */
  public Numbers numbers(Parameter parameter) {
    return Numbers.of(sql, parameter.name());
  }

  /** A value for every parameter: what is given, else the fallback. */
  public Map<String, @Nullable String> values(Map<String, String> given) {
    Map<String, @Nullable String> out = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      @Nullable String value = given.get(parameter.name());
      out.put(parameter.name(), value == null ? parameter.fallback() : value);
    }
    return out;
  }

  /** The statement with values in it, for people to change and to run again. */
  public String written(Map<String, @Nullable String> values) {
    return NamedParameters.written(sql, values);
  }
}

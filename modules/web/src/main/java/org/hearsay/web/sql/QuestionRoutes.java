package org.hearsay.web.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.questions.Question;
import org.hearsay.store.questions.Question.Kind;
import org.hearsay.store.questions.Questions;
import org.hearsay.store.questions.UnknownName;
import org.hearsay.web.api.Asker;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Csv;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.jspecify.annotations.Nullable;

/** The questions that come with Hearsay. */
public final class QuestionRoutes {
  private static final int MOST_ROWS = 10_000;

  /** So many near names are told. */
  private static final int NEAR = 5;

  private final Asker asker;
  private final List<Question> questions = Questions.builtIn();

  /** Over that store. */
  public QuestionRoutes(Asker asker) {
    this.asker = asker;
  }

  /** The routes. */
  public List<Route> all() {
    return List.of(
        Route.get(
            "/api/questions",
            "list-questions",
            "Questions that people ask, as SQL with parameters.",
            List.of(),
            Reply.of(Shape.object("Questions").with("rows", Shape.list(question()), "")),
            asked -> Answer.json(Map.of("rows", questions.stream().map(this::told).toList()))),
        Route.get(
            "/api/questions/{name}",
            "question",
            "The answer to a question; its parameters are given by their names.",
            List.of(
                Parameter.path("name", "The question's name."),
                Csv.FORMAT,
                Parameter.anyName("parameters", "The question's parameters, each by its name.")),
            Reply.of(answered()).orCsv(),
            this::answer));
  }

  private static Shape question() {
    Shape parameter =
        Shape.object()
            .with(
                "kind",
                Shape.word("OPTION", "FLAG", "WORD"),
                "WORD: it has to be given where it has no fallback; FLAG: true, or not given.")
            .with("name", Shape.text(), "")
            .with("fallback", Shape.text().orNull(), "What counts where it is not given.")
            .with("doc", Shape.text(), "What it does.")
            .with("names", Shape.list(Shape.text()), "Of which kinds its values are names.");
    return Shape.object("Question")
        .with("name", Shape.text(), "")
        .with("title", Shape.text(), "The question.")
        .with("notes", Shape.text(), "How its answer is to be read.")
        .with("example", Shape.text(), "As it is typed after the name on the command line.")
        .with("sql", Shape.text(), "The statement; $name is a parameter.")
        .with("parameters", Shape.list(parameter), "");
  }

  private static Shape answered() {
    Shape unknown =
        Shape.object()
            .with("parameter", Shape.text(), "")
            .with("wanted", Shape.text(), "The name that nothing has.")
            .with("near", Shape.list(Shape.text()), "Names that are near to it.");
    return AnswerTable.shape("QuestionAnswer")
        .maybe("unknown", Shape.list(unknown), "Names that nothing has, where there are no rows.")
        .with("sql", Shape.text(), "The question with the values in it.")
        .withCommit();
  }

  private Map<String, @Nullable Object> told(Question question) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("name", question.name());
    out.put("title", question.title());
    out.put("notes", question.notes());
    out.put("example", question.example());
    out.put("sql", question.sql());
    List<Map<String, @Nullable Object>> parameters = new ArrayList<>();
    for (Question.Parameter parameter : question.parameters()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("kind", parameter.kind().name());
      one.put("name", parameter.name());
      one.put("fallback", parameter.fallback());
      one.put("doc", parameter.doc());
      one.put("names", parameter.names().stream().map(Enum::name).toList());
      parameters.add(one);
    }
    out.put("parameters", parameters);
    return out;
  }

  private Answer answer(Asked asked) {
    String name = asked.inPath("name");
    Question question =
        questions.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.of(
                        404,
                        "There is no such question",
                        "GET /api/questions says which there are."));
    Map<String, @Nullable String> values = values(question, asked);
    AnswerTable table = new AnswerTable(MOST_ROWS);
    asker.run(question.sql(), values, table);
    if (asked.word(Csv.FORMAT).equals("csv")) {
      return table.csv(question.name());
    }
    Map<String, @Nullable Object> out = table.told();
    if (table.isEmpty()) {
      out.put("unknown", unknown(question, values));
    }
    out.put("sql", question.written(values));
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  private static Map<String, @Nullable String> values(Question question, Asked asked) {
    List<String> known = new ArrayList<>();
    question.parameters().forEach(parameter -> known.add(parameter.name()));
    known.add(Csv.FORMAT.name());
    asked.requireKnown(known);
    Map<String, String> given = new LinkedHashMap<>();
    for (Question.Parameter parameter : question.parameters()) {
      @Nullable String value = asked.one(parameter.name()).orElse(null);
      if (value == null) {
        if (parameter.kind() == Kind.WORD && parameter.fallback() == null) {
          throw Problem.parameter(parameter.name(), "has to be given: " + parameter.doc());
        }
        continue;
      }
      if (!question.numbers(parameter).take(value)) {
        throw Problem.parameter(
            parameter.name(), "takes " + question.numbers(parameter).told() + ", not " + value);
      }
      given.put(parameter.name(), value);
    }
    return question.values(given);
  }

  /** No answer is one, too, but not to a name that is misspelt. */
  private List<Map<String, Object>> unknown(
      Question question, Map<String, @Nullable String> values) {
    List<Map<String, Object>> out = new ArrayList<>();
    for (UnknownName name :
        asker.asking(answering -> UnknownName.among(answering, question, values))) {
      out.add(
          Map.of(
              "parameter",
              name.parameter().name(),
              "wanted",
              name.wanted(),
              "near",
              name.near().stream().limit(NEAR).toList()));
    }
    return out;
  }
}

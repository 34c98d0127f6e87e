package org.hearsay.web.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.store.search.figures.Names;
import org.hearsay.web.api.Asker;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;

/** What is called so: for the box in which people look for something. */
public final class NameRoutes {
  private static final List<String> KINDS =
      List.of("OUTLET", "ENTITY", "SPEAKER", "RELAY", "CLAIM", "ARTICLE");

  /** Fewer letters stand in nearly every text. */
  private static final int LEAST_LETTERS = 3;

  /** So many texts, where names are asked for too: they would push these out. */
  private static final int MOST_TEXTS = 3;

  private static final int MOST = 50;

  private static final Parameter WANTED =
      Parameter.text("q", "What is typed: the beginnings of words, or parts of them.");
  private static final Parameter KIND =
      Parameter.text(
          "kinds", "Of which kinds, with commas between: " + String.join(", ", KINDS) + ".");
  private static final Parameter LIMIT =
      Parameter.number("limit", "How many, at most " + MOST + ".", 12);

  private final Asker asker;
  private final NameIndex index;

  /** Over that store. */
  public NameRoutes(Asker asker) {
    this.asker = asker;
    this.index = new NameIndex(asker);
  }

  /** The route. Names may be some seconds old, so that answers are not kept. */
  public List<Route> all() {
    return List.of(
        Route.get(
                "/api/names",
                "names",
                "What is called so: those first of which the words begin words, the most used"
                    + " first.",
                List.of(WANTED, KIND, LIMIT),
                Reply.of(
                    Shape.object("Names")
                        .with(
                            "rows",
                            Shape.list(
                                Shape.object("Name")
                                    .with("kind", Shape.word(KINDS.toArray(String[]::new)), "")
                                    .with("id", Shape.text(), "What rows are asked for by.")
                                    .maybe("name", Shape.text(), "")
                                    .with("count", Shape.integer(), "How often it is used.")),
                            "")),
                this::names)
            .changing());
  }

  private Answer names(Asked asked) {
    int limit = asked.number(LIMIT, 1, MOST);
    Set<String> kinds = kinds(asked);
    List<String> words = FoldedName.words(asked.one("q").orElse(""));
    List<Map<String, Object>> texts = texts(kinds, words, limit);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (NameIndex.Name name : index.find(kinds, words, limit - texts.size())) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("kind", name.kind());
      row.put("id", name.id());
      row.put("name", name.name());
      row.put("count", name.count());
      rows.add(row);
    }
    rows.addAll(texts);
    return Answer.json(Map.of("rows", rows));
  }

  private static Set<String> kinds(Asked asked) {
    if (asked.one("kinds").isEmpty()) {
      return new LinkedHashSet<>(KINDS);
    }
    Set<String> out = new LinkedHashSet<>();
    for (String kind : asked.one("kinds").get().split(",", -1)) {
      if (!KINDS.contains(kind.strip())) {
        throw Problem.parameter("kinds", "takes " + String.join(", ", KINDS) + ", not " + kind);
      }
      out.add(kind.strip());
    }
    return out;
  }

  private List<Map<String, Object>> texts(Set<String> kinds, List<String> words, int limit) {
    if (words.stream().noneMatch(word -> word.length() >= LEAST_LETTERS)) {
      return List.of();
    }
    boolean only = Set.of("CLAIM", "ARTICLE").containsAll(kinds);
    int most = only ? limit / kinds.size() : Math.min(MOST_TEXTS, limit / kinds.size());
    List<Map<String, Object>> out = new ArrayList<>();
    if (kinds.contains("CLAIM") && most > 0) {
      out.addAll(asker.rows(Names.claims(words, most)));
    }
    if (kinds.contains("ARTICLE") && most > 0) {
      out.addAll(asker.rows(Names.articles(words, most)));
    }
    return out;
  }
}

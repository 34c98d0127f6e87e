package org.hearsay.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.hearsay.store.search.figures.Figures;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.jspecify.annotations.Nullable;

/** What this is, and what can be done with it. */
public final class AboutRoutes {
  /** Maven writes it into the jar. */
  private static final String PROPERTIES = "/META-INF/maven/org.hearsay/hearsay-web/pom.properties";

  /** SQL keeps these words for itself. */
  private static final Map<String, String> SHOWN = Map.of("first", "from", "last", "to");

  private final Asker asker;
  private final boolean sql;
  private final List<Route> others;

  /**
   * Over that store.
   *
   * @param sql whether statements of one's own may be asked
   * @param others what else can be asked here
   */
  public AboutRoutes(Asker asker, boolean sql, List<Route> others) {
    this.asker = asker;
    this.sql = sql;
    this.others = List.copyOf(others);
  }

  /** The route. */
  public List<Route> all() {
    return List.of(
        Route.get(
            "/api/about",
            "about",
            "Which version this is, how much there is, and what may be done.",
            List.of(),
            Reply.of(
                Shape.object("About")
                    .with("version", Shape.text(), "Hearsay's.")
                    .withCommit()
                    .with("sql", Shape.truth(), "Whether POST /api/sql answers.")
                    .with("pages", Shape.truth(), "Whether there is /api/pages.")
                    .with("claims", Shape.integer(), "How many claims articles have.")
                    .with("articles", Shape.integer(), "How many articles there are.")
                    .with("outlets", Shape.integer(), "How many outlets have articles.")
                    .maybe("from", Shape.time(), "When the first article is of.")
                    .maybe("to", Shape.time(), "When the last article is of.")),
            this::about));
  }

  private Answer about(Asked asked) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("version", version());
    out.put("commit", asker.commit());
    out.put("sql", sql);
    out.put("pages", others.stream().anyMatch(route -> route.path().equals("/api/pages")));
    for (Map<String, Object> row : asker.rows(Figures.WHOLE)) {
      row.forEach((name, value) -> out.put(SHOWN.getOrDefault(name, name), value));
    }
    return Answer.json(out);
  }

  private static String version() {
    try (@Nullable InputStream in = AboutRoutes.class.getResourceAsStream(PROPERTIES)) {
      if (in == null) {
        return "unpacked";
      }
      Properties out = new Properties();
      out.load(in);
      return out.getProperty("version", "");
    } catch (IOException e) {
      return "";
    }
  }
}

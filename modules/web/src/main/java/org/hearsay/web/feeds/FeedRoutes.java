package org.hearsay.web.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.Statement;
import org.hearsay.web.api.Asker;
import org.hearsay.web.api.ClaimRows;
import org.hearsay.web.api.Lists;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;

/** Any filter of claims as an Atom feed, and as CSV. */
public final class FeedRoutes {
  private static final Parameter LIMIT =
      Parameter.number("limit", "How many of the newest, at most 500.", 50);
  private static final int MOST = 500;
  private static final int MOST_CSV = 10_000;

  private final Asker asker;
  private final ClaimRows claims;

  /** Over that store. */
  public FeedRoutes(Asker asker) {
    this.asker = asker;
    this.claims = new ClaimRows(asker);
  }

  /** The routes. */
  public List<Route> all() {
    List<Parameter> parameters = new ArrayList<>(Lists.filters(Claims.LISTING));
    parameters.add(LIMIT);
    return List.of(
        Route.get(
            "/feeds/claims.atom",
            "feed-of-claims",
            "The claims that the filters choose and that came last, as Atom (RFC 4287): any feed"
                + " reader is an alert.",
            parameters,
            Reply.of("An Atom feed.", "application/atom+xml"),
            this::atom),
        Route.get(
            "/feeds/claims.csv",
            "claims-as-csv",
            "The claims that the filters choose and that came last, as CSV (RFC 4180).",
            parameters,
            Reply.of("A line of names, then one for each claim.", "text/csv"),
            this::csv));
  }

  private Answer atom(Asked asked) {
    int limit = asked.number(LIMIT, 1, MOST);
    Map<String, List<String>> filter = new LinkedHashMap<>(asked.query());
    filter.remove(LIMIT.name());
    return Answer.text(
        "application/atom+xml",
        AtomFeed.of(
            claims.complete(asker.rows(newest(asked, limit))),
            filter,
            asked.query(),
            asked.origin(),
            asker.store().id()));
  }

  private Answer csv(Asked asked) {
    int limit = asked.one(LIMIT.name()).isPresent() ? asked.number(LIMIT, 1, MOST_CSV) : MOST_CSV;
    return Lists.csv(asker, newest(asked, limit)).asFile("claims.csv");
  }

  /** An alert tells what came, also where a page that comes is an old one. */
  private static Statement newest(Asked asked, int limit) {
    return Claims.LISTING.whole(asked.query(), Claims.ARRIVAL, limit);
  }
}

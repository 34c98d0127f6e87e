package org.hearsay.web.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.store.search.Claims;
import org.hearsay.web.api.Asker;
import org.hearsay.web.api.ClaimRows;
import org.hearsay.web.api.Lists;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Route;

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
            "The newest claims that the filters choose, as Atom (RFC 4287): any feed reader is an"
                + " alert.",
            parameters,
            "Atom",
            this::atom),
        Route.get(
            "/feeds/claims.csv",
            "claims-as-csv",
            "The newest claims that the filters choose, as CSV (RFC 4180).",
            parameters,
            "Csv",
            this::csv));
  }

  private Answer atom(Asked asked) {
    Lists.requireKnown(asked, Claims.LISTING, Set.of(LIMIT.name()));
    int limit = asked.number(LIMIT, 1, MOST);
    return Answer.text(
        "application/atom+xml",
        AtomFeed.of(claims.complete(newest(asked, limit)), asked.query(), asker.store().id()));
  }

  private Answer csv(Asked asked) {
    Lists.requireKnown(asked, Claims.LISTING, Set.of(LIMIT.name()));
    int limit = asked.one(LIMIT.name()).isPresent() ? asked.number(LIMIT, 1, MOST_CSV) : MOST_CSV;
    return Lists.csv(newest(asked, limit)).asFile("claims.csv");
  }

  private List<Map<String, Object>> newest(Asked asked, int limit) {
    return asker.rows(Claims.LISTING.whole(asked.query(), Claims.LISTING.sorts().get(0), limit));
  }
}

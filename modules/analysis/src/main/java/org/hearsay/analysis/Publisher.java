package org.hearsay.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.LinkRole;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Outlet;
import org.hearsay.page.Notice;
import org.hearsay.page.NoticeKind;
import org.hearsay.page.PageArticle;
import org.hearsay.text.Ids;
import org.jspecify.annotations.Nullable;

/** Who publishes an article and where it came from, by the catalogue. Cheap: no models. */
public final class Publisher {
  private final Catalogue catalogue;

  /** On the given catalogue. */
  public Publisher(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** What it knows outlets by. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * The article with its id, its publisher and its declared origins.
   *
   * @param fetchedFrom the address that the page was fetched from, where it is known: a republished
   *     page's canonical address may be the origin's, not its publisher's
   */
  public Publication publish(PageArticle article, @Nullable String fetchedFrom) {
    boolean elsewhere =
        article.notices().stream().anyMatch(n -> n.kind() == NoticeKind.CANONICAL_ELSEWHERE);
    @Nullable String own = elsewhere ? null : article.url();
    @Nullable String address = fetchedFrom == null ? own : fetchedFrom;
    String id =
        Ids.of(
            address == null ? "" : address,
            article.title() == null ? "" : article.title(),
            article.body());
    Optional<Outlet> byUrl = Optional.ofNullable(address).flatMap(catalogue::outletByUrl);
    Optional<Outlet> byName =
        Optional.ofNullable(article.publisher()).flatMap(catalogue::outletByName);
    @Nullable Outlet outlet = byUrl.or(() -> byName).orElse(null);
    @Nullable String name = outlet != null ? outlet.name() : article.publisher();
    List<ChainLink> origin = new ArrayList<>();
    if (name != null) {
      boolean host = byUrl.isPresent();
      String evidence = host ? String.valueOf(address) : String.valueOf(article.publisher());
      origin.add(
          new ChainLink(
              LinkRole.PUBLISHER,
              name,
              article.publisher() == null ? name : article.publisher(),
              outlet == null ? null : outlet.id(),
              host ? "HOST" : "PAGE_WORDS",
              evidence,
              outlet == null ? 0.7 : 1.0));
    }
    List<ResolvedNotice> notices = new ArrayList<>();
    for (Notice notice : article.notices()) {
      Optional<Outlet> named = catalogue.outletByName(notice.name());
      Optional<Outlet> linked = Optional.ofNullable(notice.url()).flatMap(catalogue::outletByUrl);
      @Nullable Outlet from = named.or(() -> linked).orElse(null);
      @Nullable String fromId = from == null ? null : from.id();
      notices.add(new ResolvedNotice(notice, fromId));
      String fromName = from == null ? notice.name() : from.name();
      boolean known =
          origin.stream()
              .anyMatch(
                  link ->
                      fromId == null
                          ? link.name().equalsIgnoreCase(fromName)
                          : fromId.equals(link.id()));
      if (!known) {
        boolean markup = notice.kind() == NoticeKind.CANONICAL_ELSEWHERE;
        origin.add(
            new ChainLink(
                LinkRole.ORIGIN,
                fromName,
                notice.name(),
                fromId,
                markup ? "CANONICAL_LINK" : "NOTICE",
                notice.evidence(),
                markup ? 0.8 : 0.95));
      }
    }
    return new Publication(id, outlet == null ? null : outlet.id(), name, article, notices, origin);
  }
}

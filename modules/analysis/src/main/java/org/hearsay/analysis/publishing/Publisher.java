package org.hearsay.analysis.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.EvidenceKind;
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
    @Nullable String address = address(article, fetchedFrom);
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
      @Nullable String host = byUrl.isPresent() ? address : null;
      origin.add(publisher(name, outlet == null ? null : outlet.id(), article.publisher(), host));
    }
    List<ResolvedNotice> notices = new ArrayList<>();
    for (Notice notice : article.notices()) {
      @Nullable Outlet from = named(notice);
      notices.add(new ResolvedNotice(notice, from == null ? null : from.id()));
      add(origin(notice, from), origin);
    }
    return new Publication(id, outlet == null ? null : outlet.id(), name, article, notices, origin);
  }

  /**
   * The publication of an article that was published before: its id and its outlets are as they
   * were found then, so that whatever is made of the article later agrees with it.
   *
   * @param before what was found then
   * @param article the article
   * @param fetchedFrom as then
   */
  public Publication restore(
      PublishedBefore before, PageArticle article, @Nullable String fetchedFrom) {
    List<ChainLink> origin = new ArrayList<>();
    @Nullable String name = before.outletName();
    if (name != null) {
      @Nullable String address = address(article, fetchedFrom);
      boolean byHost =
          before.outletId() != null
              && address != null
              && catalogue.outletByUrl(address).isPresent();
      origin.add(publisher(name, before.outletId(), article.publisher(), byHost ? address : null));
    }
    List<ResolvedNotice> notices = new ArrayList<>();
    for (int i = 0; i < article.notices().size(); i++) {
      Notice notice = article.notices().get(i);
      @Nullable String id = before.noticeOutletIds().get(i);
      notices.add(new ResolvedNotice(notice, id));
      add(origin(notice, id == null ? null : catalogue.outlet(id).orElse(null)), origin);
    }
    return new Publication(
        before.id(), before.outletId(), before.outletName(), article, notices, origin);
  }

  private static @Nullable String address(PageArticle article, @Nullable String fetchedFrom) {
    boolean elsewhere =
        article.notices().stream().anyMatch(n -> n.kind() == NoticeKind.CANONICAL_ELSEWHERE);
    @Nullable String own = elsewhere ? null : article.url();
    return fetchedFrom == null ? own : fetchedFrom;
  }

  private static void add(ChainLink link, List<ChainLink> origin) {
    if (origin.stream().noneMatch(known -> isSame(known, link))) {
      origin.add(link);
    }
  }

  /**
   * The link of the page's own outlet.
   *
   * @param host the address that shows it, or null where the page's words do
   */
  private static ChainLink publisher(
      String name, @Nullable String id, @Nullable String written, @Nullable String host) {
    return new ChainLink(
        LinkRole.PUBLISHER,
        name,
        written == null ? name : written,
        id,
        host != null ? EvidenceKind.HOST : EvidenceKind.PAGE_WORDS,
        host != null ? host : String.valueOf(written),
        id == null ? 0.7 : 1.0);
  }

  private @Nullable Outlet named(Notice notice) {
    Optional<Outlet> linked = Optional.ofNullable(notice.url()).flatMap(catalogue::outletByUrl);
    return catalogue.outletByName(notice.name()).or(() -> linked).orElse(null);
  }

  /** The link of where an article came from. */
  private static ChainLink origin(Notice notice, @Nullable Outlet from) {
    boolean markup = notice.kind() == NoticeKind.CANONICAL_ELSEWHERE;
    return new ChainLink(
        LinkRole.ORIGIN,
        from == null ? notice.name() : from.name(),
        notice.name(),
        from == null ? null : from.id(),
        markup ? EvidenceKind.CANONICAL_LINK : EvidenceKind.NOTICE,
        notice.evidence(),
        markup ? 0.8 : 0.95);
  }

  private static boolean isSame(ChainLink known, ChainLink link) {
    return link.id() == null
        ? known.name().equalsIgnoreCase(link.name())
        : link.id().equals(known.id());
  }
}

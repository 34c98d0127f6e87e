package org.hearsay.analysis.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.LinkRole;
import org.hearsay.entities.Catalogue;
import org.hearsay.framing.OutletCitation;

/** Which outlets a text has claims from. */
public final class OutletCitations {
  private OutletCitations() {}

  /**
   * The outlets that passed claims on, in the order in which the claims name them. A claim counts
   * once for an outlet, however often that is in its chain.
   *
   * @param catalogue says which of those who pass claims on are outlets
   */
  public static List<OutletCitation> of(List<ArticleClaim> claims, Catalogue catalogue) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ArticleClaim claim : claims) {
      claim.chain().stream()
          .filter(link -> link.role() == LinkRole.RELAY && link.id() != null)
          .map(ChainLink::id)
          .distinct()
          .forEach(id -> counts.merge(id, 1, Integer::sum));
    }
    List<OutletCitation> out = new ArrayList<>();
    counts.forEach(
        (id, count) ->
            catalogue
                .outlet(id)
                .ifPresent(outlet -> out.add(new OutletCitation(id, outlet.name(), count))));
    return out;
  }
}

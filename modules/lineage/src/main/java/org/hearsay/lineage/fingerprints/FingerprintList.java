package org.hearsay.lineage.fingerprints;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has one fingerprint, from one article's point of view: whom it is held against, and whether
 * it joins the list or takes somebody's place. No list grows beyond {@link
 * CandidateRules#MOST_LISTINGS}, of which {@link CandidateRules#MOST_LISTINGS_OF_OUTLET} of one
 * outlet: by first sight and not by arrival, so that a late article takes the place that it would
 * have had in time.
 */
final class FingerprintList {
  private final Sighting article;
  private final List<Listing> others;
  private final boolean standing;
  private final @Nullable Listing surplus;

  /**
   * Looks at a list.
   *
   * @param article the one that comes
   * @param others the list without it, in any order
   */
  FingerprintList(Sighting article, List<Listing> others) {
    this.article = article;
    this.others = new ArrayList<>(others);
    Collections.sort(this.others);
    @Nullable Listing lastOfOutlet = null;
    int ofOutlet = 0;
    for (Listing other : this.others) {
      if (article.isOfOutlet(other.article())) {
        ofOutlet++;
        lastOfOutlet = other;
      }
    }
    standing = ofOutlet >= CandidateRules.MOST_LISTINGS_OF_OUTLET;
    if (standing) {
      surplus = lastOfOutlet;
    } else {
      int size = this.others.size();
      surplus = size >= CandidateRules.MOST_LISTINGS ? this.others.get(size - 1) : null;
    }
  }

  /** Whom the article is held against, the earliest first: not its own outlet's standing text. */
  List<Listing> compared() {
    return standing
        ? others.stream().filter(other -> !article.isOfOutlet(other.article())).toList()
        : Collections.unmodifiableList(others);
  }

  /** Whether the article gets a place. */
  boolean joins() {
    return surplus == null || article.compareTo(surplus.article()) < 0;
  }

  /** Whose place it takes, or null. */
  @Nullable Listing givesWay() {
    return joins() ? surplus : null;
  }
}

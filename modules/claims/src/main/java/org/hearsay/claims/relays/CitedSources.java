package org.hearsay.claims.relays;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.document.Document;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Outlets that name their own source, and sources that name the outlet they came through. */
final class CitedSources {
  /** In UTF-16 code units. */
  private static final int LONGEST_SOURCE = 120;

  /** Room for an article between an outlet and what stands before it, in UTF-16 code units. */
  private static final int ARTICLE = 4;

  private final RelayWords words;
  private final Document document;

  CitedSources(RelayWords words, Document document) {
    this.words = words;
    this.document = document;
  }

  /** The way by the first wording that shows one; without relays where none does. */
  Way way(Surroundings around) {
    @Nullable Span source =
        around.attribution().source().isEmpty() ? null : around.attribution().source().get(0);
    @Nullable Way cited = cited(words.citing, source, around);
    if (cited == null) {
      cited = cited(words.carrying, source, around);
    }
    if (cited == null && source != null) {
      cited = citedFirst(source, around);
    }
    if (cited == null && source != null) {
      cited = through(source);
    }
    return cited == null ? new Way(List.of(), source) : cited;
  }

  /** An outlet that names its own source passes that source's words on. */
  private @Nullable Way cited(Pattern pattern, @Nullable Span source, Surroundings around) {
    Matcher matcher = pattern.matcher(around.seen());
    while (matcher.find()) {
      Span cited = around.placed(matcher.start(1), matcher.end(1));
      Span phrase = around.placed(matcher.start(), matcher.end());
      if (cited.length() > LONGEST_SOURCE || around.isFar(phrase)) {
        continue;
      }
      @Nullable Span outlet = outletBefore(phrase.start(), around);
      if (outlet == null || outlet.overlaps(cited)) {
        continue;
      }
      boolean told = source == null || source.overlaps(outlet) || source.overlaps(cited);
      if (told) {
        Span evidence = new Span(outlet.start(), phrase.end());
        return new Way(List.of(new Relay(outlet, evidence)), cited);
      }
    }
    return null;
  }

  /** The last outlet before a verb of citing whose subject it can be. */
  private @Nullable Span outletBefore(int verb, Surroundings around) {
    @Nullable Span last = null;
    int first = around.region().start();
    for (int at = first; at < verb; at++) {
      if (at == first || !Character.isLetterOrDigit(document.text().charAt(at - 1))) {
        @Nullable Span outlet = document.outletAt(at, verb);
        if (outlet != null && !around.isHidden(outlet.start())) {
          last = outlet;
          at = outlet.end() - 1;
        }
      }
    }
    if (last == null) {
      return null;
    }
    String between = around.between(last.end(), verb);
    return words.between.matcher(between).matches()
            || words.reportingBetween.matcher(between).matches()
        ? last
        : null;
  }

  /** An outlet may name its source before itself. */
  private @Nullable Way citedFirst(Span source, Surroundings around) {
    Matcher matcher = words.citingFirst.matcher(around.seen());
    while (matcher.find()) {
      Span phrase = around.placed(matcher.start(), matcher.end());
      Span cited = around.placed(matcher.start(1), matcher.end(1));
      if (Math.abs(source.start() - phrase.end()) <= ARTICLE && document.isOutlet(source)) {
        Span evidence = new Span(phrase.start(), source.end());
        return new Way(List.of(new Relay(source, evidence)), cited);
      }
    }
    return null;
  }

  /** "A memo seen by the Gazette" is a memo, and came through the Gazette; null for no outlet. */
  @Nullable Way through(Span source) {
    Matcher matcher = words.through.matcher(document.text()).region(source.start(), source.end());
    while (matcher.find()) {
      @Nullable Span outlet = document.outletAt(matcher.end(), source.end());
      if (outlet == null && words.endsInBy.matcher(matcher.group()).find()) {
        // Whom it was sent to need not have passed it on.
        outlet = document.nameAt(matcher.end(), source.end());
      }
      if (outlet != null && matcher.start() > source.start()) {
        Span evidence = new Span(matcher.start(), outlet.end());
        return new Way(
            List.of(new Relay(outlet, evidence)), new Span(source.start(), matcher.start()));
      }
    }
    return null;
  }
}

package org.hearsay.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds, by rule, who else the sentence says a claim passed through: "told RT", "in a statement
 * carried by", "Reuters, citing two diplomats, reported". Only outlets relay here; persons do by
 * nesting.
 */
final class Relays {
  /** Stands for content, in which no rule may look: what was said is not how it came here. */
  private static final char HIDDEN = '\u0000';

  /** How far from the cue or the source, in UTF-16 code units, a relay's words may stand. */
  private static final int FURTHEST = 60;

  /**
   * How far from the cue, in UTF-16 code units, the rules look at all: a "sentence" may be a whole
   * page of a text without stops.
   */
  private static final int WIDEST = 1000;

  private static final int LONGEST_SOURCE = 120;

  private static final Pattern AROUND =
      Pattern.compile("\\b(?:according to|per)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern MEDIA_ACT =
      Pattern.compile(
          "\\b(?:(?:quoted|cited)(?: as \\p{L}+ing)?|reported|published|broadcast|aired) by\\s+",
          Pattern.CASE_INSENSITIVE);

  /** What a source was to an outlet before the outlet's readers heard of it. */
  private static final Pattern THROUGH =
      Pattern.compile(
          "[\\s,]+(?:(?:which|that) (?:was|were|had been) |first |exclusively )?"
              + "(?:seen|obtained|reviewed|viewed|leaked|given|provided|sent|shared|published"
              + "|carried|quoted|cited|reported|aired|broadcast|released|distributed|verified"
              + "|relayed)(?: exclusively)? (?:by|on|in|to|with|via)\\s+",
          Pattern.CASE_INSENSITIVE);

  /** "Citing three officials, the Gazette reported": the outlet comes after. */
  private static final Pattern CITING_FIRST =
      Pattern.compile("(?:\\b[Cc]iting|\\b[Qq]uoting)\\s+([^,;:\"“\u0000]{2,120}),\\s+");

  private static final Pattern REPORTED = Pattern.compile("(?:\\b[Aa]s|,)\\s+");
  private static final Pattern AFTER_REPORTED =
      Pattern.compile("\\s+(?:has |had |first )?(?:reported|reports|quoted|wrote|writes)\\b");
  private static final Pattern CARRIED =
      Pattern.compile(
          "\\b(?:carried|relayed|released|distributed|run|obtained|seen)"
              + " (?:by|on|through|via)\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TOLD =
      Pattern.compile(
          "\\b(?:told|tells|telling|(?:speaking|spoke|talking|talked) (?:to|with|on)|e?mailed to"
              + "|(?:in|during) (?:an? |his |her |its |their |the )?(?:[\\p{L}-]+ ){0,3}"
              + "(?:comments|remarks|statement|message|letter|article|column|op-ed|essay)"
              + " (?:with|to|for|on|in))\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INTERVIEW =
      Pattern.compile(
          "\\binterview(?:s|ed)? (?:[\\p{L}-]+ ){0,2}?(?:with|to|for|on|by)\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CITING =
      Pattern.compile(
          "\\b(?:citing|quoting|cited|quoted|cites|quotes)\\s+([^,.;:\"“\u0000]+?)"
              + "(?=\\s+(?:as \\p{L}+ing|reported|reports|said|says|wrote|that)\\b"
              + "|\\s*[,.;:\"“\u0000]|\\s*$)");
  private static final Pattern BETWEEN =
      Pattern.compile("[\\s,]*(?:which |that |who )?(?:has |have |had |also |\\p{L}+ly )?");
  private static final Pattern REPORTING_BETWEEN =
      Pattern.compile("[^.;\u0000]{0,40}[\\s,](?:which |that |who )?");

  private final Document document;

  Relays(Document document) {
    this.document = document;
  }

  /**
   * An outlet that passed a claim on.
   *
   * @param outlet its name as written
   * @param evidence the words that show it
   */
  record Relay(Span outlet, Span evidence) {}

  /**
   * How a claim came.
   *
   * @param relays through whom, outermost first
   * @param source who said it; null where the text names none
   */
  record Way(List<Relay> relays, @Nullable Span source) {}

  /** How an attribution's content came, as far as the words inside {@code limits} tell. */
  Way way(Attribution attribution, Span limits) {
    Span source = attribution.source().isEmpty() ? null : attribution.source().get(0);
    Span region = region(attribution, limits);
    String seen = masked(region, attribution.content());
    Way cited = cited(attribution, source, region, seen);
    if (cited.relays().isEmpty()) {
      cited = citedFirst(source, region, seen);
    }
    if (cited.relays().isEmpty() && source != null) {
      cited = through(source);
    }
    List<Relay> relays = new ArrayList<>(cited.relays());
    Span speaker = cited.source();
    find(AROUND, attribution, speaker, region, seen, relays);
    find(MEDIA_ACT, attribution, speaker, region, seen, relays);
    findReported(attribution, speaker, region, seen, relays);
    find(CARRIED, attribution, speaker, region, seen, relays);
    find(TOLD, attribution, speaker, region, seen, relays);
    find(INTERVIEW, attribution, speaker, region, seen, relays);
    return new Way(List.copyOf(relays), speaker);
  }

  /** The cue's sentence, inside the limits, as far as a relay may stand from the cue. */
  private Span region(Attribution attribution, Span limits) {
    Span cue = attribution.cue();
    Span sentence = document.sentence(cue.start());
    int first = Math.max(cue.start() - WIDEST, Math.max(sentence.start(), limits.start()));
    int end = Math.min(cue.end() + WIDEST, Math.min(sentence.end(), limits.end()));
    return new Span(Math.min(first, cue.start()), Math.max(end, cue.end()));
  }

  private String masked(Span region, List<Span> content) {
    StringBuilder seen = new StringBuilder(region.of(document.text()));
    for (Span span : content) {
      int end = Math.min(span.end(), region.end());
      for (int i = Math.max(span.start(), region.start()); i < end; i++) {
        seen.setCharAt(i - region.start(), HIDDEN);
      }
    }
    return seen.toString();
  }

  /** An outlet that names its own source passes that source's words on. */
  private Way cited(Attribution attribution, @Nullable Span source, Span region, String seen) {
    Matcher matcher = CITING.matcher(seen);
    while (matcher.find()) {
      Span cited = new Span(matcher.start(1), matcher.end(1)).shift(region.start());
      Span words = new Span(matcher.start(), matcher.end()).shift(region.start());
      if (cited.length() > LONGEST_SOURCE || far(words, attribution)) {
        continue;
      }
      Span outlet = outletBefore(region, words.start());
      if (outlet == null || outlet.overlaps(cited)) {
        continue;
      }
      boolean told = source == null || source.overlaps(outlet) || source.overlaps(cited);
      if (told && document.outletAt(cited.start(), cited.end()) == null) {
        Span evidence = new Span(outlet.start(), words.end());
        return new Way(List.of(new Relay(outlet, evidence)), cited);
      }
    }
    return new Way(List.of(), source);
  }

  /** An outlet may name its source before itself. */
  private Way citedFirst(@Nullable Span source, Span region, String seen) {
    Matcher matcher = CITING_FIRST.matcher(seen);
    while (source != null && matcher.find()) {
      int end = region.start() + matcher.end();
      Span cited = new Span(matcher.start(1), matcher.end(1)).shift(region.start());
      if (Math.abs(source.start() - end) <= "the ".length() && document.isOutlet(source)) {
        Span evidence = new Span(region.start() + matcher.start(), source.end());
        return new Way(List.of(new Relay(source, evidence)), cited);
      }
    }
    return new Way(List.of(), source);
  }

  /** "A memo seen by the Gazette" is a memo, and came through the Gazette. */
  private Way through(Span source) {
    Matcher matcher = THROUGH.matcher(document.text()).region(source.start(), source.end());
    while (matcher.find()) {
      Span outlet = document.outletAt(matcher.end(), source.end());
      if (outlet == null) {
        outlet = document.nameAt(matcher.end(), source.end());
      }
      if (outlet != null && matcher.start() > source.start()) {
        Span evidence = new Span(matcher.start(), outlet.end());
        return new Way(
            List.of(new Relay(outlet, evidence)), new Span(source.start(), matcher.start()));
      }
    }
    return new Way(List.of(), source);
  }

  /** The last outlet before a verb of citing whose subject it can be. */
  private @Nullable Span outletBefore(Span region, int verb) {
    Span last = null;
    for (int at = region.start(); at < verb; at++) {
      if (at == region.start() || !Character.isLetterOrDigit(document.text().charAt(at - 1))) {
        Span outlet = document.outletAt(at, verb);
        if (outlet != null) {
          last = outlet;
          at = outlet.end() - 1;
        }
      }
    }
    if (last == null) {
      return null;
    }
    String between = document.text().substring(last.end(), verb);
    return BETWEEN.matcher(between).matches() || REPORTING_BETWEEN.matcher(between).matches()
        ? last
        : null;
  }

  private void find(
      Pattern pattern,
      Attribution attribution,
      @Nullable Span speaker,
      Span region,
      String seen,
      List<Relay> relays) {
    Matcher matcher = pattern.matcher(seen);
    while (matcher.find()) {
      int at = region.start() + matcher.end();
      Span outlet = document.outletAt(at, region.end());
      if (outlet == null && pattern == INTERVIEW) {
        outlet = organization(at, region.end());
      }
      if (outlet == null && (pattern == MEDIA_ACT || pattern == CARRIED)) {
        outlet = document.nameAt(at, region.end());
      }
      if (outlet != null) {
        Span evidence = new Span(region.start() + matcher.start(), outlet.end());
        add(new Relay(outlet, evidence), attribution, speaker, relays);
      }
    }
  }

  private void findReported(
      Attribution attribution,
      @Nullable Span speaker,
      Span region,
      String seen,
      List<Relay> relays) {
    Matcher matcher = REPORTED.matcher(seen);
    while (matcher.find()) {
      Span outlet = document.outletAt(region.start() + matcher.end(), region.end());
      if (outlet != null) {
        Matcher after =
            AFTER_REPORTED.matcher(seen).region(outlet.end() - region.start(), seen.length());
        if (after.lookingAt()) {
          Span evidence = new Span(outlet.start(), region.start() + after.end());
          add(new Relay(outlet, evidence), attribution, speaker, relays);
        }
      }
    }
  }

  private static void add(
      Relay relay, Attribution attribution, @Nullable Span speaker, List<Relay> relays) {
    boolean known = relays.stream().anyMatch(r -> r.outlet().overlaps(relay.outlet()));
    boolean speaks = speaker != null && speaker.overlaps(relay.outlet());
    if (!known && !speaks && !far(relay.evidence(), attribution)) {
      relays.add(relay);
    }
  }

  /** Whom an interview was with says little of who asked: a body asks, a person answers. */
  private @Nullable Span organization(int at, int end) {
    for (EntityMention mention : document.mentions()) {
      if (mention.type() == EntityType.ORGANIZATION
          && mention.span().start() >= at
          && mention.span().start() <= at + "the ".length()
          && mention.span().end() <= end) {
        return mention.span();
      }
    }
    return null;
  }

  private static boolean far(Span words, Attribution attribution) {
    int gap = gap(words, attribution.cue());
    for (Span source : attribution.source()) {
      gap = Math.min(gap, gap(words, source));
    }
    return gap > FURTHEST;
  }

  private static int gap(Span a, Span b) {
    return Math.max(0, Math.max(a.start() - b.end(), b.start() - a.end()));
  }

  /** Whether a cue only names whose words an outlet passes on. */
  static boolean isCiting(String cue) {
    String folded = cue.toLowerCase(Locale.ROOT);
    return folded.contains("citing") || folded.contains("quoting") || folded.contains("cited");
  }
}

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

  /** Who or what a speech is known from: "said, according to minutes seen by the Gazette, that". */
  private static final Pattern ACCORDING =
      Pattern.compile(
          ",\\s+according to\\s+([^,.;:\"“”\u0000]{2,100}?)(?=\\s*(?:[,.;\u0000]|$))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern KNOWN_FROM =
      Pattern.compile(
          "\\b(?:documents?|minutes|transcripts?|reports?|affidavits?|indictment|complaint|filings?"
              + "|statements?|memos?|memorandum|letters?|e?-?mails?|records?|recordings?|notes|cables?"
              + "|people|persons?|sources?|officials?|witnesses|diplomats?|aides?|prosecutors?|police"
              + "|testimony|messages|leaked \\p{L}+)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MEDIA_ACT =
      Pattern.compile(
          "\\b(?:(?:quoted|cited)(?: as \\p{L}+ing)? (?:by|in|on)"
              + "|(?:reported|published|broadcast|aired) by)\\s+",
          Pattern.CASE_INSENSITIVE);

  /** What a source was to an outlet before the outlet's readers heard of it. */
  private static final Pattern THROUGH =
      Pattern.compile(
          "(?:[\\s,]+who (?:has |have |had )?(?:spoke|spoken|talked)(?: exclusively)? (?:to|with)\\s+"
              + "|[\\s,]+(?:(?:which|that|who) (?:was|were|had been|has been|have been) )?"
              + "(?:first |later |exclusively )?"
              + "(?:seen|obtained|reviewed|viewed|leaked|given|provided|sent|shared|published"
              + "|carried|quoted|cited|reported|aired|broadcast|released|distributed|verified"
              + "|relayed|revealed|gathered|collected|recorded|contacted|reached|interviewed"
              + "|approached|questioned)(?: exclusively)?"
              + " (?:by|on|in|to|with|via)\\s+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BY = Pattern.compile("\\b(?:by|via)\\s+$");

  /** A name in which something was cited may be that of anything with words in it. */
  private static final Pattern IN = Pattern.compile("\\b(?:quoted|cited)\\b.* (?:in|on)\\s+$");

  private static final Pattern PUBLISHED =
      Pattern.compile("(?:published|broadcast|aired) by\\s+$", Pattern.CASE_INSENSITIVE);

  /** "Citing three officials, the Gazette reported": the outlet comes after. */
  private static final Pattern CITING_FIRST =
      Pattern.compile("(?:\\b[Cc]iting|\\b[Qq]uoting)\\s+([^,;:\"“\u0000]{2,120}),\\s+");

  private static final Pattern REPORTED = Pattern.compile("(?:\\b[Aa]s|,)\\s+");

  /** The order of other languages: "as reports the agency". */
  private static final Pattern AS_REPORTS =
      Pattern.compile(
          "\\b[Aa]s (?:reports|reported|writes|wrote|transmits|informs|notes|says|told|announces"
              + "|(?:was |is |has been )?(?:first |earlier |previously )?(?:reported|revealed|told"
              + "|published|transmitted|announced|informed)(?: (?:by|in|on|to))?)"
              + " (?:the agency )?");

  private static final Pattern AFTER_REPORTED =
      Pattern.compile(
          "(?: (?:news agency|news service|newspaper|daily|weekly|magazine|broadcaster|website))?"
              + "\\s+(?:has |had |first |earlier |also )?(?:reported|reports|quoted|wrote|writes)\\b");
  private static final Pattern CARRIED =
      Pattern.compile(
          "\\b(?:carried|relayed|released|distributed|run|obtained|seen)"
              + " (?:by|on|through|via)\\s+",
          Pattern.CASE_INSENSITIVE);

  /** To whom a document or a recording was made known before the outlet's readers were. */
  private static final Pattern PASSED =
      Pattern.compile(
          "\\b(?:(?:reviewed|viewed|verified|revealed|disclosed|recorded|filmed) by"
              + "|(?:leaked|given|provided|sent|made available|handed|shown|e?mailed) to"
              + "|shared with|(?:published|printed|posted|shown|aired|broadcast|appeared) (?:on|in))\\s+",
          Pattern.CASE_INSENSITIVE);

  /** "Asked by the Gazette, the mayor said": the answer was the Gazette's to print. */
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:(?:asked|pressed|questioned|quizzed|contacted|reached|approached) by"
              + "|(?:questions?|inquir(?:y|ies)|enquir(?:y|ies)|queries|query|requests?(?: for comment)?)"
              + " (?:from|by))\\s+",
          Pattern.CASE_INSENSITIVE);

  /** On whose air somebody spoke. */
  private static final Pattern ON_AIR =
      Pattern.compile(
          "\\b(?:(?:appear(?:s|ed|ing|ances?)?|guest|live)(?: [\\p{L}-]+)? on"
              + "|on (?:the )?air(?: (?:of|on|at))?)\\s+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LATER =
      Pattern.compile("[ ,](?:and|but) (?:then|later|afterwards) ");

  private static final Pattern ON = Pattern.compile("\\s+(?:live )?on\\s+");

  /** "Told the Gazette's owner": who works for an outlet is not its readers' way to the words. */
  private static final Pattern OWN =
      Pattern.compile(
          "[’']s?\\s+(?:[\\p{L}-]+\\s+){0,2}(?:owners?|editors?|chief|staff|board|director|publishers?"
              + "|boss|chairman|chairwoman|employees|workers|lawyers?|management|head|president"
              + "|executives?)\\b");

  /** "On a Gazette story" is about it, and nobody spoke there. */
  private static final Pattern ABOUT =
      Pattern.compile("\\s+(?:report|story|article|investigation|claim|allegation|exclusive)s?\\b");

  /** What belongs to somebody came this way, not what he said: "whose diary was printed in". */
  private static final Pattern SOMETHING_ELSE = Pattern.compile("\\bwhose [^,;]*$");

  private static final Pattern TOLD =
      Pattern.compile(
          "\\b(?:told|tells|telling"
              + "|(?:said|confirmed|explained|admitted|complained|insisted|stated|revealed|disclosed"
              + "|announced|denied|recalled|commented|remarked|declared|repeated|claimed|replied"
              + "|suggested|acknowledged) to"
              + "|(?:writing|wrote|writes|written) (?:in|for|on)"
              + "|(?:in|on) (?:[\\p{L}’']+ ){0,4}(?:edition|issue|pages|front page|bulletin|programme"
              + "|program|show|podcast|airwaves) (?:of|on|by)"
              + "|(?:speaking|spoke|talking|talked) (?:to|with|on)|e?mailed to"
              + "|(?:in|during|through|via) (?:an? |his |her |its |their |the )?(?:[\\p{L}-]+ ){0,3}"
              + "(?:comments?|remarks|statement|message|letter|e?-?mail|article|column|op-ed|essay"
              + "|response|reply|answer|appearance|conversation|call|briefing)"
              + " (?:with|to|for|on|in))\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INTERVIEW =
      Pattern.compile(
          "\\binterview(?:s|ed)? (?:[\\p{L}-]+ ){0,2}?(?:with|to|for|on|by)\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CITING =
      Pattern.compile(
          "\\b(?:citing|quoting|cited|quoted|cites|quotes|with reference to|referring to)\\s+"
              + "(?!(?:by|in|on|as)\\b)([^,.;:\"“\u0000]+?)"
              + "(?=\\s+(?:as \\p{L}+ing|reported|reports|said|says|wrote|that)\\b"
              + "|\\s*[,.;:\"“\u0000]|\\s*$)");

  /** "The Gazette carried a statement by the ministry saying". */
  private static final Pattern CARRYING =
      Pattern.compile(
          "\\b(?:carried|carries|published|aired|broadcast|released|ran|printed|posted)\\s+"
              + Phrases.WORDS_OF
              + "([^,.;:\"“\u0000]+?)(?=\\s+(?:which|that|who|\\p{L}+ing|said|says)\\b)");

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
    Way cited = cited(CITING, attribution, source, region, seen);
    if (cited.relays().isEmpty()) {
      cited = cited(CARRYING, attribution, source, region, seen);
    }
    if (cited.relays().isEmpty()) {
      cited = citedFirst(source, region, seen);
    }
    if (cited.relays().isEmpty() && source != null) {
      cited = through(source);
    }
    List<Relay> relays = new ArrayList<>(cited.relays());
    Span speaker = cited.source();
    find(AROUND, attribution, speaker, region, seen, relays);
    findAccording(attribution, speaker, region, seen, relays);
    find(MEDIA_ACT, attribution, speaker, region, seen, relays);
    findReported(attribution, speaker, region, seen, relays);
    find(CARRIED, attribution, speaker, region, seen, relays);
    find(TOLD, attribution, speaker, region, seen, relays);
    find(INTERVIEW, attribution, speaker, region, seen, relays);
    find(AS_REPORTS, attribution, speaker, region, seen, relays);
    find(PASSED, attribution, speaker, region, seen, relays);
    find(ASKED, attribution, speaker, region, seen, relays);
    find(ON_AIR, attribution, speaker, region, seen, relays);
    findOn(attribution, speaker, region, relays);
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
  private Way cited(
      Pattern pattern, Attribution attribution, @Nullable Span source, Span region, String seen) {
    Matcher matcher = pattern.matcher(seen);
    while (matcher.find()) {
      Span cited = new Span(matcher.start(1), matcher.end(1)).shift(region.start());
      Span words = new Span(matcher.start(), matcher.end()).shift(region.start());
      if (cited.length() > LONGEST_SOURCE || far(words, attribution)) {
        continue;
      }
      Span outlet = outletBefore(region, words.start(), seen);
      if (outlet == null || outlet.overlaps(cited)) {
        continue;
      }
      boolean told = source == null || source.overlaps(outlet) || source.overlaps(cited);
      if (told) {
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
      if (outlet == null && BY.matcher(matcher.group()).find()) {
        // Whom it was sent to need not have passed it on.
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
  private @Nullable Span outletBefore(Span region, int verb, String seen) {
    Span last = null;
    for (int at = region.start(); at < verb; at++) {
      if (at == region.start() || !Character.isLetterOrDigit(document.text().charAt(at - 1))) {
        Span outlet = document.outletAt(at, verb);
        if (outlet != null && seen.charAt(outlet.start() - region.start()) != HIDDEN) {
          last = outlet;
          at = outlet.end() - 1;
        }
      }
    }
    if (last == null) {
      return null;
    }
    String between =
        seen.substring(last.end() - region.start(), verb - region.start())
            .replace(String.valueOf(HIDDEN), "");
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
    // Words that another wording begins with may be a wording of their own: "wrote in a column
    // for".
    for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
      int at = region.start() + matcher.end();
      Span outlet = document.outletAt(at, region.end());
      if (outlet == null && pattern == INTERVIEW) {
        outlet = organization(at, region.end());
      }
      boolean by =
          (pattern == MEDIA_ACT || pattern == CARRIED) && !IN.matcher(matcher.group()).find();
      if (outlet == null && by) {
        outlet =
            PUBLISHED.matcher(matcher.group()).find()
                ? document.publisherAt(at, region.end())
                : document.nameAt(at, region.end());
      }
      boolean passed =
          outlet != null
              && seen.charAt(outlet.start() - region.start()) != HIDDEN
              && !OWN.matcher(seen).region(outlet.end() - region.start(), seen.length()).lookingAt()
              && !ABOUT
                  .matcher(seen)
                  .region(outlet.end() - region.start(), seen.length())
                  .lookingAt()
              && !SOMETHING_ELSE.matcher(seen).region(0, matcher.start()).find();
      if (outlet != null && passed) {
        Span evidence = new Span(region.start() + matcher.start(), outlet.end());
        add(new Relay(outlet, evidence), attribution, speaker, relays);
      }
    }
  }

  /** Besides outlets, documents and those who were there pass on what somebody said. */
  private void findAccording(
      Attribution attribution,
      @Nullable Span speaker,
      Span region,
      String seen,
      List<Relay> relays) {
    Matcher matcher = ACCORDING.matcher(seen);
    while (speaker != null && matcher.find()) {
      Span who = new Span(matcher.start(1), matcher.end(1)).shift(region.start());
      Span words = new Span(matcher.start(), matcher.end()).shift(region.start());
      boolean known =
          KNOWN_FROM.matcher(who.of(document.text())).find()
              || document.mentionsIn(who).stream().anyMatch(m -> m.type() == EntityType.PERSON);
      boolean own = words.overlaps(attribution.cue());
      if (known && !own && document.outletAt(who.start(), who.end()) == null) {
        Way way = through(who);
        for (Relay relay : way.relays()) {
          add(relay, attribution, speaker, relays);
        }
        if (way.source() != null) {
          add(new Relay(way.source(), words), attribution, speaker, relays);
        }
      }
    }
  }

  /** "Insisted on Radio Norfield": right after the cue, where "on" can name no topic. */
  private void findOn(
      Attribution attribution, @Nullable Span speaker, Span region, List<Relay> relays) {
    int from = attribution.cue().end();
    Matcher on = ON.matcher(document.text()).region(from, region.end());
    Span outlet = on.lookingAt() ? document.outletAt(on.end(), region.end()) : null;
    boolean content = outlet != null && attribution.content().stream().anyMatch(outlet::overlaps);
    if (outlet != null
        && !content
        && !ABOUT.matcher(document.text()).region(outlet.end(), region.end()).lookingAt()) {
      add(new Relay(outlet, new Span(from, outlet.end())), attribution, speaker, relays);
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

  /** Whether a cue is another act than the one before it: "spoke to the Gazette and later said". */
  private boolean isAnother(int from, int cue) {
    // The adverb may be a part of the cue.
    int end = Math.min(document.text().length(), cue + "later ".length());
    return from < cue && LATER.matcher(document.text()).region(from, end).find();
  }

  private void add(
      Relay relay, Attribution attribution, @Nullable Span speaker, List<Relay> relays) {
    if (isAnother(relay.evidence().end(), attribution.cue().start())) {
      return;
    }
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
    int gap = gap(words, attribution.cue(), attribution.content());
    for (Span source : attribution.source()) {
      gap = Math.min(gap, gap(words, source, attribution.content()));
    }
    return gap > FURTHEST;
  }

  /** What stands between two spans without the content, however long that may be. */
  private static int gap(Span a, Span b, List<Span> content) {
    int start = Math.min(a.end(), b.end());
    int end = Math.max(a.start(), b.start());
    int gap = Math.max(0, end - start);
    for (Span span : content) {
      gap -= Math.max(0, Math.min(span.end(), end) - Math.max(span.start(), start));
    }
    return gap;
  }

  /** Whether a cue only names whose words an outlet passes on. */
  static boolean isCiting(String cue) {
    String folded = cue.toLowerCase(Locale.ROOT);
    return folded.contains("citing") || folded.contains("quoting") || folded.contains("cited");
  }
}

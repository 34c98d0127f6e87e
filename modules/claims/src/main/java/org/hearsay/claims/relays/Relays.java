package org.hearsay.claims.relays;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds, by rule, who else the sentence says a claim passed through: "told RT", "in a statement
 * carried by", "Reuters, citing two diplomats, reported". Only outlets relay here; persons do by
 * nesting.
 */
public final class Relays {
  /** Room for an article between a wording and a name, in UTF-16 code units. */
  private static final int ARTICLE = 4;

  /** Room for an adverb that may be a part of the cue, in UTF-16 code units. */
  private static final int ADVERB = 6;

  private final RelayWords words;
  private final Document document;
  private final CitedSources cited;

  /** Those of one document. */
  public Relays(RelayWords words, Document document) {
    this.words = words;
    this.document = document;
    this.cited = new CitedSources(words, document);
  }

  /** How an attribution's content came, as far as the words inside {@code limits} tell. */
  public Way way(Attribution attribution, Span limits) {
    Surroundings around = Surroundings.of(attribution, limits, document);
    Way way = cited.way(around);
    FoundRelays found = new FoundRelays(around, way.source(), new ArrayList<>(way.relays()));
    find(words.around, found);
    findAccording(found);
    find(words.mediaAct, found);
    findReported(found);
    for (RelayRule rule : words.others) {
      find(rule, found);
    }
    findOn(found);
    return new Way(found.relays(), way.source());
  }

  /**
   * What is found of one attribution.
   *
   * @param around the words that are looked at
   * @param speaker who said it
   * @param relays through whom it came, so far
   */
  private record FoundRelays(Surroundings around, @Nullable Span speaker, List<Relay> relays) {
    Attribution attribution() {
      return around.attribution();
    }
  }

  private void find(RelayRule rule, FoundRelays found) {
    Surroundings around = found.around();
    Matcher matcher = rule.wording().matcher(around.seen());
    // Words that another wording begins with may be a wording of their own: "wrote in a column
    // for".
    for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
      Span phrase = around.placed(matcher.start(), matcher.end());
      @Nullable Span outlet = named(rule.names(), matcher.group(), phrase.end(), around);
      if (outlet != null && passedOn(outlet, matcher.start(), around)) {
        add(new Relay(outlet, new Span(phrase.start(), outlet.end())), found);
      }
    }
  }

  /** The name of who passed on, at a place after a wording; null where none can be meant. */
  private @Nullable Span named(RelayRule.Names names, String wording, int at, Surroundings around) {
    int end = around.region().end();
    @Nullable Span outlet = document.outletAt(at, end);
    if (outlet != null) {
      return outlet;
    }
    return switch (names) {
      case OUTLETS -> null;
      case OUTLETS_AND_BODIES -> body(at, end);
      case OUTLETS_AND_UNKNOWN ->
          words.citedIn.matcher(wording).find()
              ? null
              : words.published.matcher(wording).find()
                  ? document.publisherAt(at, end)
                  : document.nameAt(at, end);
    };
  }

  /** Whether it is the outlet itself, not what belongs to it or is about it, and not in content. */
  private boolean passedOn(Span outlet, int wording, Surroundings around) {
    String seen = around.seen();
    int after = outlet.end() - around.region().start();
    return !around.isHidden(outlet.start())
        && !words.own.matcher(seen).region(after, seen.length()).lookingAt()
        && !words.about.matcher(seen).region(after, seen.length()).lookingAt()
        && !words.somethingElse.matcher(seen).region(0, wording).find();
  }

  /** Besides outlets, documents and those who were there pass on what somebody said. */
  private void findAccording(FoundRelays found) {
    Surroundings around = found.around();
    Matcher matcher = words.according.matcher(around.seen());
    while (found.speaker() != null && matcher.find()) {
      Span who = around.placed(matcher.start(1), matcher.end(1));
      Span phrase = around.placed(matcher.start(), matcher.end());
      boolean own = phrase.overlaps(found.attribution().cue());
      if (!own && isKnownFrom(who) && document.outletAt(who.start(), who.end()) == null) {
        @Nullable Way way = cited.through(who);
        if (way != null) {
          way.relays().forEach(relay -> add(relay, found));
        }
        @Nullable Span source = way == null ? who : way.source();
        if (source != null) {
          add(new Relay(source, phrase), found);
        }
      }
    }
  }

  private boolean isKnownFrom(Span who) {
    return words.knownFrom.matcher(who.of(document.text())).find()
        || document.mentionsIn(who).stream().anyMatch(m -> m.type() == EntityType.PERSON);
  }

  /** "Insisted on Radio Norfield": right after the cue, where "on" can name no topic. */
  private void findOn(FoundRelays found) {
    int end = found.around().region().end();
    int from = found.attribution().cue().end();
    Matcher on = words.on.matcher(document.text()).region(from, end);
    @Nullable Span outlet = on.lookingAt() ? document.outletAt(on.end(), end) : null;
    boolean content =
        outlet != null && found.attribution().content().stream().anyMatch(outlet::overlaps);
    if (outlet != null
        && !content
        && !words.about.matcher(document.text()).region(outlet.end(), end).lookingAt()) {
      add(new Relay(outlet, new Span(from, outlet.end())), found);
    }
  }

  private void findReported(FoundRelays found) {
    Surroundings around = found.around();
    Span region = around.region();
    Matcher matcher = words.reported.matcher(around.seen());
    while (matcher.find()) {
      @Nullable Span outlet = document.outletAt(region.start() + matcher.end(), region.end());
      if (outlet != null) {
        Matcher after =
            words
                .afterReported
                .matcher(around.seen())
                .region(outlet.end() - region.start(), around.seen().length());
        if (after.lookingAt()) {
          add(new Relay(outlet, new Span(outlet.start(), region.start() + after.end())), found);
        }
      }
    }
  }

  /** Whether a cue is another act than the one before it: "spoke to the Gazette and later said". */
  private boolean isAnother(int from, int cue) {
    int end = Math.min(document.text().length(), cue + ADVERB);
    return from < cue && words.later.matcher(document.text()).region(from, end).find();
  }

  private void add(Relay relay, FoundRelays found) {
    if (isAnother(relay.evidence().end(), found.attribution().cue().start())) {
      return;
    }
    boolean known = found.relays().stream().anyMatch(r -> r.outlet().overlaps(relay.outlet()));
    boolean speaks = found.speaker() != null && found.speaker().overlaps(relay.outlet());
    if (!known && !speaks && !found.around().isFar(relay.evidence())) {
      found.relays().add(relay);
    }
  }

  /** Whom an interview was with says little of who asked: a body asks, a person answers. */
  private @Nullable Span body(int at, int end) {
    for (EntityMention mention : document.mentionsFrom(at, at + ARTICLE)) {
      if (mention.type() == EntityType.ORGANIZATION && mention.span().end() <= end) {
        return mention.span();
      }
    }
    return null;
  }
}

package org.hearsay.claims.speakers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.Claim;
import org.hearsay.claims.Speaker;
import org.hearsay.claims.document.Document;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** From a source as written to who that is. One document's: it remembers who spoke last. */
public final class Speakers {

  /** Kinds of things that speak, besides persons. */
  private static final Set<EntityType> BODIES =
      Collections.unmodifiableSet(
          EnumSet.of(
              EntityType.ORGANIZATION,
              EntityType.OUTLET,
              EntityType.COUNTRY,
              EntityType.PLACE,
              EntityType.MISSION,
              EntityType.LEGAL_INSTRUMENT,
              EntityType.OTHER));

  private static final int FURTHEST_PARAGRAPHS = 3;
  private static final double AS_WRITTEN = .7;
  private static final double LAST_SPEAKER = .7;
  private static final double NEAREST_NAME = .5;
  private static final double UNRESOLVED = .3;
  private static final Pattern EDGE = Pattern.compile("^[\\s,;:–—-]+|[\\s,;:–—-]+$");

  /** Someone who spoke, and where. */
  private record Spoken(Speaker speaker, int at) {}

  /**
   * An outlet that was cited, and where.
   *
   * @param speaks whether it is the one who speaks there, not whom others told something
   */
  private record Cited(Speaker outlet, int at, boolean speaks) {}

  private final SpeakerWords words;
  private final Document document;

  /** Those who spoke and were described, by their paragraphs. */
  private final Map<Integer, List<Spoken>> described = new HashMap<>();

  private @Nullable Spoken lastPerson;
  private @Nullable Spoken lastBody;

  /** What spoke last and has no name, as "the office of the mayor": "it" may be that. */
  private @Nullable Spoken lastThing;

  /** Those who spoke last and have no name, as "two diplomats": "they" may be those. */
  private @Nullable Spoken lastSeveral;

  /** The outlet that was cited last, where no other body has spoken since. */
  private @Nullable Cited lastCited;

  /** Where somebody spoke last who has no name there, as "the senator"; negative for nowhere. */
  private int unnamed = -1;

  /** Those of one document. */
  public Speakers(SpeakerWords words, Document document) {
    this.words = words;
    this.document = document;
  }

  /**
   * Who a source is; null where the text does not tell. Ask in the order of the text: pronouns go
   * back to those asked for before.
   *
   * @param source the source
   * @param claim the claim in whose content this one stands, if any
   */
  public @Nullable Speaker resolve(Span source, @Nullable Claim claim) {
    Speaker outer = claim == null ? null : claim.speaker();
    String written = EDGE.matcher(source.of(document.text())).replaceAll("");
    String folded = written.toLowerCase(Locale.ROOT);
    if (words.firstPerson.contains(folded)) {
      return outer == null
          ? new Speaker(written, written, null, UNRESOLVED)
          : new Speaker(written, outer.name(), outer.entityId(), LAST_SPEAKER);
    }
    if (words.relative.contains(folded)) {
      return relative(written, source.start());
    }
    if (words.personal.contains(folded)) {
      if (claim != null
          && outer != null
          && words.firstNames.mayStandFor(folded, outer.name())
          && saysOfItself(source, claim)) {
        return new Speaker(written, outer.name(), outer.entityId(), LAST_SPEAKER);
      }
      return pronoun(written, source.start());
    }
    if (words.impersonal.contains(folded)) {
      if (claim != null && outer != null && speaksOfItself(folded, source, claim, outer)) {
        return new Speaker(written, outer.name(), outer.entityId(), LAST_SPEAKER);
      }
      @Nullable Spoken last = lastOf(folded);
      return last != null && last.at <= source.start() && near(last.at, source.start())
          ? new Speaker(written, last.speaker.name(), last.speaker.entityId(), NEAREST_NAME)
          : new Speaker(written, written, null, UNRESOLVED);
    }
    return named(source, written);
  }

  /** The body that spoke last or, where it came after that, what spoke without a name. */
  private @Nullable Spoken lastOf(String pronoun) {
    @Nullable Spoken unnamedOne = words.plural.contains(pronoun) ? lastSeveral : lastThing;
    Spoken body = lastBody;
    boolean later = unnamedOne != null && (body == null || unnamedOne.at > body.at);
    return later ? unnamedOne : body;
  }

  /** "The mayor said she": no other person stands in between. */
  private boolean saysOfItself(Span pronoun, Claim claim) {
    boolean plural = false;
    for (Span source : claim.source()) {
      String written = source.of(document.text());
      plural |=
          words.impersonal.contains(written.toLowerCase(Locale.ROOT)) || document.isOutlet(source);
    }
    for (Span content : claim.content()) {
      if (content.contains(pronoun)) {
        for (EntityMention mention : document.mentionsFrom(content.start(), pronoun.start())) {
          if (mention.type() == EntityType.PERSON && mention.span().end() <= pronoun.start()) {
            return false;
          }
        }
        return !plural && content.start() > claim.source().get(0).start();
      }
    }
    return false;
  }

  /** "Police said they", "the embassy said it": the first words of what a body or several say. */
  private boolean speaksOfItself(String pronoun, Span at, Claim claim, Speaker outer) {
    boolean first =
        claim.content().stream()
            .anyMatch(
                c ->
                    c.contains(at)
                        && words
                            .that
                            .matcher(document.text().substring(c.start(), at.start()))
                            .matches());
    boolean person = false;
    for (Span source : claim.source()) {
      person |= document.isOutlet(source) || document.isSomebody(source);
      person |= !heads(source, EntityType.PERSON).isEmpty();
    }
    boolean several = words.several.matcher(outer.text()).find();
    return first && !person && several == words.plural.contains(pronoun);
  }

  /** An outlet's name, without making it the one who spoke last; "the agency" is one just cited. */
  public Speaker name(Span outlet) {
    String written = outlet.of(document.text());
    for (EntityMention mention : document.mentionsIn(outlet)) {
      if (mention.type() == EntityType.OUTLET || mention.span().equals(outlet)) {
        return new Speaker(written, mention.name(), mention.entityId(), mention.confidence());
      }
    }
    @Nullable Speaker cited = citedBefore(written, outlet.start());
    return cited == null ? new Speaker(written, written, null, AS_WRITTEN) : cited;
  }

  /**
   * Remembers an outlet whose report a text gives: "the agency also said" is that one.
   *
   * @param speaks whether it is the one who speaks there; else it is told something, or credited
   */
  public void cite(Span outlet, boolean speaks) {
    Speaker named = name(outlet);
    if (speaks || !words.citedOutlet.matcher(named.name()).matches()) {
      lastCited = new Cited(named, outlet.start(), speaks);
    }
  }

  /** The outlet that "the agency" is: one that was just cited; null for none. */
  private @Nullable Speaker citedBefore(String written, int at) {
    Cited cited = lastCited;
    boolean next =
        cited != null
            && cited.at <= at
            && document.paragraph(at) - document.paragraph(cited.at) <= 1
            && words.citedOutlet.matcher(written).matches()
            && (cited.speaks || !namesAnother(written, cited.at, at));
    return cited == null || !next
        ? null
        : new Speaker(written, cited.outlet.name(), cited.outlet.entityId(), NEAREST_NAME);
  }

  /**
   * Whether a text has named a body that may be called so, too, since the paragraph before an
   * outlet was cited: "the agency" may be that of the environment.
   */
  private boolean namesAnother(String written, int cited, int at) {
    return words.otherBodies.matcher(written).matches()
        && document
            .mentionsFrom(document.paragraphStart(document.paragraph(cited) - 1), at - 1)
            .stream()
            .filter(mention -> mention.type() != EntityType.OUTLET)
            .anyMatch(mention -> words.otherBody.matcher(mention.text()).find());
  }

  /** A relative pronoun follows the one it stands for; it names nobody itself. */
  private @Nullable Speaker relative(String written, int at) {
    int earliest = Math.max(0, at - ", ".length() - 1);
    for (EntityMention mention : document.mentionsIn(new Span(earliest, at))) {
      boolean speaks = mention.type() == EntityType.PERSON || BODIES.contains(mention.type());
      int gap = at - mention.span().end();
      if (speaks && gap >= 0 && gap <= ", ".length()) {
        return new Speaker(written, mention.name(), mention.entityId(), LAST_SPEAKER);
      }
    }
    Span before = document.nounsBefore(at);
    return before == null
        ? null
        : new Speaker(written, before.of(document.text()), null, NEAREST_NAME);
  }

  private Speaker pronoun(String written, int at) {
    Spoken last = lastPerson;
    if (last != null
        && last.at <= at
        && near(last.at, at)
        && words.firstNames.mayStandFor(written, last.speaker.name())) {
      return new Speaker(written, last.speaker.name(), last.speaker.entityId(), LAST_SPEAKER);
    }
    if (last == null && unnamed >= 0 && near(unnamed, at)) {
      return new Speaker(written, written, null, UNRESOLVED);
    }
    int earliest = document.paragraphStart(document.paragraph(at) - FURTHEST_PARAGRAPHS);
    List<EntityMention> before = document.mentionsFrom(earliest, at);
    EntityMention nearest = null;
    for (int i = before.size() - 1; i >= 0 && nearest == null; i--) {
      EntityMention mention = before.get(i);
      if (mention.type() == EntityType.PERSON
          && mention.span().end() <= at
          && words.firstNames.mayStandFor(written, mention.name())) {
        nearest = mention;
      }
    }
    if (nearest == null) {
      return new Speaker(written, written, null, UNRESOLVED);
    }
    Speaker speaker = new Speaker(written, nearest.name(), nearest.entityId(), NEAREST_NAME);
    lastPerson = new Spoken(speaker, at);
    return speaker;
  }

  private boolean near(int before, int at) {
    return document.paragraph(at) - document.paragraph(before) <= FURTHEST_PARAGRAPHS;
  }

  private Speaker named(Span source, String written) {
    List<EntityMention> heads = heads(source, EntityType.PERSON);
    boolean several =
        heads.size() > 1
            && words
                .joined
                .matcher(document.text().substring(heads.get(0).span().end(), source.end()))
                .matches();
    if (heads.isEmpty()) {
      heads = bodies(source);
    }
    @Nullable Speaker cited = heads.isEmpty() ? citedBefore(written, source.start()) : null;
    if (cited != null) {
      return cited;
    }
    if (heads.isEmpty() || several) {
      String name = several ? written : asWritten(written);
      @Nullable String fuller = several ? null : describedBefore(name, source.start());
      Speaker speaker =
          fuller == null
              ? new Speaker(written, name, null, AS_WRITTEN)
              : new Speaker(written, fuller, null, NEAREST_NAME);
      if (!several) {
        Spoken spoken = new Spoken(speaker, source.start());
        described
            .computeIfAbsent(document.paragraph(source.start()), p -> new ArrayList<>())
            .add(spoken);
        if (words.several.matcher(name).find()) {
          lastSeveral = spoken;
        } else if (document.isThing(source)) {
          lastThing = spoken;
        }
        // Someone who is not named has spoken: "he" may no longer be the one before.
        lastPerson = null;
        unnamed = document.isSomebody(source) ? source.start() : -1;
      }
      return speaker;
    }
    EntityMention head = heads.get(0);
    Speaker speaker = new Speaker(written, head.name(), head.entityId(), head.confidence());
    Spoken spoken = new Spoken(speaker, source.start());
    if (head.type() == EntityType.PERSON) {
      lastPerson = spoken;
    } else {
      lastBody = spoken;
      lastCited = document.isOutlet(source) ? new Cited(speaker, source.start(), true) : null;
    }
    return speaker;
  }

  /**
   * "The spokeswoman" is the one spokeswoman who spoke before and was described ("a spokeswoman for
   * KFOR"); null where there is none, or several.
   */
  private @Nullable String describedBefore(String name, int at) {
    Matcher definite = words.definite.matcher(name);
    if (!definite.matches()) {
      return null;
    }
    Pattern head =
        Pattern.compile(
            "(?i)"
                + words.describedBefore
                + Pattern.quote(definite.group(1))
                + words.describedAfter);
    @Nullable String only = null;
    int here = document.paragraph(at);
    for (int paragraph = here - FURTHEST_PARAGRAPHS; paragraph <= here; paragraph++) {
      for (Spoken spoken : described.getOrDefault(paragraph, List.of())) {
        String other = spoken.speaker.name();
        boolean fits =
            other.length() > name.length() && spoken.at <= at && head.matcher(other).matches();
        if (fits && only != null && !only.equals(other)) {
          return null;
        }
        only = fits ? other : only;
      }
    }
    return only;
  }

  /** Without what a comma adds to say who it is, and without the mark of possession. */
  private String asWritten(String written) {
    int comma = written.indexOf(", ");
    boolean list = words.and.matcher(written).find();
    String name = comma > 0 && !list ? written.substring(0, comma) : written;
    return words.possessive.matcher(name).replaceFirst("");
  }

  /** The names in a source that say who it is, not whom it speaks for or of. */
  private List<EntityMention> heads(Span source, EntityType type) {
    List<EntityMention> heads = new ArrayList<>();
    for (EntityMention mention : document.mentionsIn(source)) {
      if (mention.type() != type) {
        continue;
      }
      String before = before(source, mention);
      String after = after(source, mention);
      boolean owner = words.owner.matcher(after).find();
      if (!owner
          && !words.aside.matcher(before).find()
          && !words.preposition.matcher(before).find()) {
        heads.add(mention);
      }
    }
    return heads;
  }

  private List<EntityMention> bodies(Span source) {
    List<EntityMention> bodies = new ArrayList<>();
    for (EntityType type : BODIES) {
      for (EntityMention mention : heads(source, type)) {
        String after = after(source, mention);
        // "NATO officials" are not NATO; "NATO, which leads the mission" is.
        if (words.apart.matcher(after).find()
            || (type == EntityType.OUTLET && words.outletWords.matcher(after).matches())) {
          bodies.add(mention);
        }
      }
    }
    return bodies;
  }

  private String before(Span source, EntityMention mention) {
    String before =
        document.text().substring(source.start(), Math.max(source.start(), mention.span().start()));
    return words.office.matcher(before).replaceFirst("");
  }

  private String after(Span source, EntityMention mention) {
    return document.text().substring(Math.min(source.end(), mention.span().end()), source.end());
  }
}

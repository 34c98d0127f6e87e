package org.hearsay.analysis.mentions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.hearsay.claims.Claim;
import org.hearsay.claims.Speaker;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.Voice;
import org.hearsay.framing.Voices;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.jspecify.annotations.Nullable;

/** The mentions of one text: those that name something, and the pronouns that claims rest on. */
public final class Mentions {
  /** Marks before what somebody is said to be. */
  private static final Set<String> APPOSES = Set.of(",", "(", "-", "–");

  /** How many words may stand between an article and its noun. */
  private static final int FURTHEST_ARTICLE = 4;

  /** How sure it is that a pronoun means the only person who is named near it. */
  private static final double ONLY_PERSON = .6;

  /** How sure it is who is meant by a pronoun before which nobody is named: not at all. */
  private static final double UNNAMED = 0;

  /** What "it" and "they" stand for is no better than a guess below this. */
  private static final double SURE = .6;

  private final MentionWords words;
  private final AnnotatedText text;
  private final List<Claim> claims;
  private final Voices voices;
  private final SpanIndex contents;

  /**
   * Those of one text.
   *
   * @param voices whose words its parts are
   */
  public Mentions(MentionWords words, AnnotatedText text, List<Claim> claims, Voices voices) {
    this.words = words;
    this.text = text;
    this.claims = claims;
    this.voices = voices;
    this.contents = SpanIndex.ofParts(claims, Claim::content);
  }

  /** The named mentions of an article and the resolved sources that are no names, in text order. */
  public List<ArticleMention> ofArticle(List<EntityMention> named) {
    KnownMentions known = new KnownMentions(named);
    for (Claim claim : claims) {
      @Nullable EntityMention source = source(claim, known);
      if (source != null) {
        known.add(source);
      }
    }
    List<EntityMention> all = new ArrayList<>(known.all());
    all.addAll(pronouns(known));
    all.sort(Comparator.comparing(EntityMention::span));
    return placed(all, null);
  }

  /**
   * The personal pronouns that can only mean one person: in their sentence up to them and in the
   * one before, nobody else is named whom they could stand for. Where somebody speaks of others in
   * quotation marks, who is meant may stand outside, so those are left alone. A pronoun before
   * which the text names no person at all stands for somebody whom it does not name: it has a row
   * under its own name, so that how the text speaks of them is told.
   */
  private List<EntityMention> pronouns(KnownMentions known) {
    List<EntityMention> out = new ArrayList<>();
    @Nullable Sentence before = null;
    for (Sentence sentence : text.sentences()) {
      int from =
          before != null && before.paragraph() == sentence.paragraph()
              ? before.span().start()
              : sentence.span().start();
      for (Token token : sentence.tokens()) {
        @Nullable String nominative = words.nominative().get(token.text().toLowerCase(Locale.ROOT));
        if (nominative == null || known.overlap(token.span())) {
          continue;
        }
        if (known.namesNobodyBefore(token.span().start())) {
          out.add(
              new EntityMention(
                  token.span(), token.text(), EntityType.PERSON, null, nominative, UNNAMED));
        } else if (voices.of(token.span()) != Voice.QUOTED) {
          @Nullable EntityMention meant = onlyPerson(known, from, token.span().start(), nominative);
          boolean other =
              meant == null
                  || isEither(sentence, token)
                  || isSomebodyBetween(before, sentence, meant.span(), token.span())
                  || isSpokenByAnother(token.span(), meant, nominative, known);
          if (meant != null && !other) {
            out.add(
                new EntityMention(
                    token.span(),
                    token.text(),
                    EntityType.PERSON,
                    meant.entityId(),
                    meant.name(),
                    Math.min(meant.confidence(), ONLY_PERSON)));
          }
        }
      }
      before = sentence;
    }
    return out;
  }

  /** "His or her": anybody's. */
  private boolean isEither(Sentence sentence, Token pronoun) {
    List<Token> tokens = sentence.tokens();
    int at = tokens.indexOf(pronoun);
    return isEither(tokens, at + 1, at + 2) || isEither(tokens, at - 1, at - 2);
  }

  private boolean isEither(List<Token> tokens, int joint, int other) {
    return Math.min(joint, other) >= 0
        && Math.max(joint, other) < tokens.size()
        && words.either().contains(tokens.get(joint).text().toLowerCase(Locale.ROOT))
        && words.nominative().containsKey(tokens.get(other).text().toLowerCase(Locale.ROOT));
  }

  /**
   * Whether somebody without a name stands between a name and a pronoun, and is not said to be the
   * one of that name: "Peter Lind paid an architect who said that he …".
   */
  private boolean isSomebodyBetween(
      @Nullable Sentence before, Sentence sentence, Span name, Span pronoun) {
    List<Token> tokens = new ArrayList<>();
    if (before != null && name.start() < before.span().end()) {
      tokens.addAll(before.tokens());
    }
    tokens.addAll(sentence.tokens());
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean between = token.span().start() >= name.end() && token.span().end() <= pronoun.start();
      if (between
          && token.partOfSpeech().isOneThing()
          && words.persons().has(token.text())
          && isIntroduced(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isIntroduced(List<Token> tokens, int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - FURTHEST_ARTICLE); i--) {
      Token token = tokens.get(i);
      if (words.indefinite().contains(token.text().toLowerCase(Locale.ROOT))) {
        String earlier = i > 0 ? tokens.get(i - 1).lemma().toLowerCase(Locale.ROOT) : "";
        return !words.is().contains(earlier) && !APPOSES.contains(earlier);
      }
      if (!token.partOfSpeech().isAdjective() && !token.partOfSpeech().isNoun()) {
        return false;
      }
    }
    return false;
  }

  /** Whether a pronoun stands in what somebody else says, who may speak of himself. */
  private boolean isSpokenByAnother(
      Span pronoun, EntityMention meant, String nominative, KnownMentions known) {
    for (Claim claim : contents.overlapping(pronoun, claims)) {
      @Nullable Speaker speaker = claim.speaker();
      boolean says = claim.content().stream().anyMatch(c -> c.contains(pronoun));
      if (says
          && speaker != null
          && !speaker.name().equals(meant.name())
          && isPerson(speaker, known)
          && words.firstNames().mayStandFor(nominative, speaker.name())) {
        return true;
      }
    }
    return false;
  }

  private boolean isPerson(Speaker speaker, KnownMentions known) {
    String name = speaker.name();
    @Nullable EntityType type = known.firstType(name);
    if (type != null) {
      return type == EntityType.PERSON;
    }
    return words.persons().has(name.substring(name.lastIndexOf(' ') + 1));
  }

  private @Nullable EntityMention onlyPerson(
      KnownMentions known, int from, int to, String pronoun) {
    @Nullable EntityMention only = null;
    for (EntityMention mention : known.in(new Span(from, to))) {
      if (mention.type() == EntityType.PERSON
          && mention.span().start() >= from
          && mention.span().end() <= to
          && words.firstNames().mayStandFor(pronoun, mention.name())) {
        if (only != null && !only.clusterId().equals(mention.clusterId())) {
          return null;
        }
        only = mention;
      }
    }
    return only;
  }

  /** A reader's mentions: whatever stands in a comment is the reader's. */
  public List<ArticleMention> ofReader(List<EntityMention> named) {
    return placed(named, Voice.READER);
  }

  /** The source of a claim as a mention, where it is no name but somebody is known to be meant. */
  private @Nullable EntityMention source(Claim claim, KnownMentions known) {
    @Nullable Speaker speaker = claim.speaker();
    if (speaker == null || claim.source().size() != 1) {
      return null;
    }
    Matcher matcher = words.standsForAName().matcher(speaker.text());
    if (!matcher.matches() || speaker.name().equals(speaker.text())) {
      return null;
    }
    Span source = claim.source().get(0);
    int at = source.of(text.text()).indexOf(speaker.text());
    if (at < 0) {
      return null;
    }
    Span span = new Span(0, speaker.text().length()).shift(source.start() + at);
    if (known.overlap(span)) {
      return null;
    }
    boolean person = words.nominative().containsValue(speaker.text().toLowerCase(Locale.ROOT));
    if (!person && speaker.confidence() < SURE) {
      return null;
    }
    @Nullable EntityType named = known.lastType(speaker.name());
    EntityType type = named != null ? named : person ? EntityType.PERSON : EntityType.OTHER;
    return new EntityMention(
        span, speaker.text(), type, speaker.entityId(), speaker.name(), speaker.confidence());
  }

  private List<ArticleMention> placed(List<EntityMention> mentions, @Nullable Voice given) {
    List<ArticleMention> out = new ArrayList<>(mentions.size());
    int sentence = 0;
    List<Sentence> sentences = text.sentences();
    for (EntityMention mention : mentions) {
      while (sentence + 1 < sentences.size()
          && sentences.get(sentence + 1).span().start() <= mention.span().start()) {
        sentence++;
      }
      Span place = sentences.isEmpty() ? mention.span() : sentences.get(sentence).span();
      Voice voice = given == null ? voices.of(mention.span()) : given;
      out.add(new ArticleMention(mention, voice, place, null, null));
    }
    return out;
  }
}

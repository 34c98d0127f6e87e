package org.hearsay.analysis.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.Claim;
import org.hearsay.claims.LinkRole;
import org.hearsay.claims.Speaker;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.SourceShare;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.text.Ids;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.hearsay.text.attribution.AttributingVerb;
import org.jspecify.annotations.Nullable;

/** The claims of one text, each with its id, its whole chain, and what is asked of claims most. */
public final class IdentifiedClaims {
  /** How far from a cue, in UTF-16 code units, the words of its chain are looked for. */
  private static final int FURTHEST = 2000;

  private final Text text;
  private final List<Claim> claims;
  private final List<Double> worths;
  private final List<SourceShare.Kind> sources;

  /**
   * Those of one text.
   *
   * @param worths how likely people would find each worth checking
   * @param sources whether anybody is named as the source of each
   */
  public IdentifiedClaims(
      Text text, List<Claim> claims, List<Double> worths, List<SourceShare.Kind> sources) {
    this.text = text;
    this.claims = claims;
    this.worths = worths;
    this.sources = sources;
  }

  /**
   * The claims.
   *
   * @param of what their ids begin with
   * @param origin the links before the text's own
   * @param publisher the publisher's catalogue id, or null
   */
  public List<ArticleClaim> of(String of, List<ChainLink> origin, @Nullable String publisher) {
    List<String> ids = new ArrayList<>(claims.size());
    for (Claim claim : claims) {
      ids.add(Ids.of(of, claim.content().toString(), claim.cue().toString()));
    }
    List<ArticleClaim> out = new ArrayList<>(claims.size());
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      List<ArticleLink> chain = new ArrayList<>();
      origin.forEach(link -> chain.add(new ArticleLink(link, EntityType.OUTLET, null)));
      for (ChainLink link : claim.chain()) {
        // "SouthFront reports" adds nothing on SouthFront's own page, nor in a text taken from it.
        boolean itself =
            link.role() == LinkRole.RELAY && link.id() != null && link.id().equals(publisher);
        if (!itself && !isOrigin(link, origin) && !isLast(link, chain)) {
          chain.add(text.link(link, claim));
        }
      }
      @Nullable String within = claim.within() < 0 ? null : ids.get(claim.within());
      out.add(
          new ArticleClaim(
              ids.get(i), within, claim, worths.get(i), chain, text.facts(claim, sources.get(i))));
    }
    return out;
  }

  private static boolean isOrigin(ChainLink relay, List<ChainLink> origin) {
    return relay.role() == LinkRole.RELAY
        && origin.stream().anyMatch(link -> link.role() == LinkRole.ORIGIN && isSame(link, relay));
  }

  /** "The agency also said", in the agency's own article: the text is its words already. */
  private static boolean isLast(ChainLink speaker, List<ArticleLink> chain) {
    return speaker.role() == LinkRole.SPEAKER
        && !chain.isEmpty()
        && chain.get(chain.size() - 1).link().role() != LinkRole.RELAY
        && isSame(chain.get(chain.size() - 1).link(), speaker);
  }

  private static boolean isSame(ChainLink one, ChainLink other) {
    return one.id() == null
        ? one.name().equalsIgnoreCase(other.name())
        : one.id().equals(other.id());
  }

  /** A text that claims are read in, and what is mentioned in it. */
  public static final class Text {
    private final AttributingWords words;
    private final Catalogue catalogue;
    private final AnnotatedText text;
    private final List<EntityMention> mentions;
    private final SpanIndex sentences;
    private final SpanIndex places;
    private final Map<String, EntityType> types = new HashMap<>();

    /**
     * A text.
     *
     * @param mentions what is mentioned in it, in order
     */
    public Text(
        AttributingWords words,
        Catalogue catalogue,
        AnnotatedText text,
        List<EntityMention> mentions) {
      this.words = words;
      this.catalogue = catalogue;
      this.text = text;
      this.mentions = mentions;
      this.sentences = SpanIndex.of(text.sentences(), Sentence::span);
      this.places = SpanIndex.of(mentions, EntityMention::span);
      mentions.forEach(mention -> types.putIfAbsent(mention.clusterId(), mention.type()));
    }

    /**
     * The claims, each with its speaker's words as its source: whom an outlet cites, not the
     * outlet.
     */
    public List<Claim> withSpeakersAsSources(List<Claim> claims) {
      return claims.stream()
          .map(
              claim ->
                  new Claim(
                      claim.form(),
                      claim.within(),
                      claim.confidence(),
                      claim.content(),
                      claim.attributedBy(),
                      speaker(claim),
                      claim.speaker(),
                      claim.chain()))
          .toList();
    }

    /** Where the speaker's words stand. */
    private List<Span> speaker(Claim claim) {
      @Nullable Speaker speaker = claim.speaker();
      if (speaker == null || joined(claim.source()).contains(speaker.text())) {
        return claim.source();
      }
      @Nullable Span place = nearest(speaker.text(), claim);
      return place == null ? claim.source() : List.of(place);
    }

    ArticleLink link(ChainLink link, Claim claim) {
      @Nullable Span shown = ArticleLink.isWorded(link) ? nearest(link.evidence(), claim) : null;
      return new ArticleLink(
          link, type(link.id(), link.name()), shown == null ? null : verb(List.of(shown)));
    }

    /** Where some words stand next to a claim's cue. */
    private @Nullable Span nearest(String evidence, Claim claim) {
      int cue = claim.cue().isEmpty() ? 0 : claim.cue().get(0).start();
      int from = Math.max(0, cue - FURTHEST);
      String around = text.text().substring(from, Math.min(text.text().length(), cue + FURTHEST));
      int before = around.lastIndexOf(evidence, cue - from);
      int after = around.indexOf(evidence, cue - from);
      boolean isBefore = before >= 0 && (after < 0 || cue - from - before < after - (cue - from));
      int at = isBefore ? before : after;
      return at < 0 || evidence.isEmpty() ? null : new Span(at, at + evidence.length()).shift(from);
    }

    ClaimFacts facts(Claim claim, SourceShare.Kind source) {
      @Nullable Speaker speaker = claim.speaker();
      return new ClaimFacts(
          verb(claim.cue()),
          words.verbs().stance(joined(claim.cue())),
          speaker == null ? null : kind(claim, source),
          speaker == null ? null : type(speaker.entityId(), speaker.name()),
          about(claim));
    }

    private String joined(List<Span> spans) {
      return String.join(" ", spans.stream().map(span -> span.of(text.text())).toList());
    }

    /**
     * The verb that some words attribute by, in dictionary form: the first that the lexicon has,
     * else the last verb, before which auxiliaries stand; null for none.
     */
    private @Nullable String verb(List<Span> spans) {
      @Nullable String last = null;
      for (Span span : spans) {
        for (Token token : tokens(span)) {
          boolean none = words.noVerbs().contains(token.lemma()) || !token.partOfSpeech().isVerb();
          if (!none) {
            @Nullable AttributingVerb verb =
                words.verbs().beginning(text.text().substring(token.span().start(), span.end()));
            if (verb != null) {
              return verb.lemma();
            }
            last = token.lemma();
          }
        }
      }
      return last == null ? untagged(spans) : last;
    }

    /** A verb that is tagged as a noun: "the mayors claim". */
    private @Nullable String untagged(List<Span> spans) {
      for (Span span : spans) {
        for (Token token : tokens(span)) {
          @Nullable AttributingVerb verb = words.verbs().beginning(token.text());
          if (verb != null) {
            return verb.lemma();
          }
        }
      }
      return null;
    }

    /** The words inside a span, in order. */
    private List<Token> tokens(Span span) {
      List<Token> out = new ArrayList<>();
      for (Sentence sentence : sentences.overlapping(span, text.sentences())) {
        sentence.tokens().stream().filter(t -> span.contains(t.span())).forEach(out::add);
      }
      return out;
    }

    private @Nullable EntityType type(@Nullable String id, String name) {
      if (id != null && catalogue.outlet(id).isPresent()) {
        return EntityType.OUTLET;
      }
      @Nullable Entity entity = id == null ? null : catalogue.entity(id).orElse(null);
      if (entity != null) {
        return entity.type();
      }
      return types.get(EntityMention.clusterId(id, name));
    }

    private ClaimFacts.SpeakerKind kind(Claim claim, SourceShare.Kind source) {
      List<Token> tokens = speaker(claim).stream().flatMap(span -> tokens(span).stream()).toList();
      if (tokens.size() == 1 && isPronoun(tokens.get(0))) {
        return ClaimFacts.SpeakerKind.PRONOUN;
      }
      if (source == SourceShare.Kind.ANONYMOUS) {
        return ClaimFacts.SpeakerKind.ANONYMOUS;
      }
      boolean named =
          source == SourceShare.Kind.NAMED
              && tokens.stream().anyMatch(token -> token.partOfSpeech().isName());
      return named ? ClaimFacts.SpeakerKind.NAMED : ClaimFacts.SpeakerKind.DESCRIBED;
    }

    private static boolean isPronoun(Token token) {
      PartOfSpeech part = token.partOfSpeech();
      return (part.isPersonal() && !part.isPersonalPossessive()) || part.isRelativePronoun();
    }

    private List<String> about(Claim claim) {
      Set<String> out = new LinkedHashSet<>();
      for (EntityMention mention : places.overlapping(claim.content(), mentions)) {
        @Nullable String id = mention.entityId();
        if (id != null && isIn(claim.content(), mention.span())) {
          out.add(id);
        }
      }
      return List.copyOf(out);
    }

    private static boolean isIn(List<Span> spans, Span span) {
      for (Span one : spans) {
        if (one.contains(span)) {
          return true;
        }
      }
      return false;
    }
  }
}

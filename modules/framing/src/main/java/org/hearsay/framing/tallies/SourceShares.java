package org.hearsay.framing.tallies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearsay.claims.Claim;
import org.hearsay.claims.Speaker;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.Voice;
import org.hearsay.framing.Voices;
import org.hearsay.framing.evidence.ClaimFinder;
import org.hearsay.framing.evidence.Grammar;
import org.hearsay.framing.evidence.TextParts;
import org.hearsay.framing.evidence.Units;
import org.hearsay.framing.evidence.Units.Unit;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Who gets to speak in a text, how much, with which verbs. */
public final class SourceShares {
  private static final Set<EntityType> OFFICIAL_TYPES =
      Set.of(EntityType.COUNTRY, EntityType.MISSION, EntityType.LEGAL_INSTRUMENT);

  private final Grammar grammar;
  private final ClaimFinder finder;

  /** Counts by a language's grammar; the finder says which sources are nameless. */
  public SourceShares(Grammar grammar, ClaimFinder finder) {
    this.grammar = grammar;
    this.finder = finder;
  }

  /** One source being counted. */
  private static final class CountedSource {
    private final @Nullable Speaker speaker;
    private final SourceShare.Kind kind;
    private boolean official;
    private int claims;
    private int quoted;
    private int reported;
    private final Map<String, Integer> verbs = new TreeMap<>();

    CountedSource(@Nullable Speaker speaker, SourceShare.Kind kind) {
      this.speaker = speaker;
      this.kind = kind;
    }

    SourceShare share() {
      return new SourceShare(
          speaker == null ? null : speaker.entityId(),
          speaker == null ? "" : speaker.name(),
          kind,
          official,
          claims,
          quoted,
          reported,
          verbs);
    }
  }

  /** The sources in the order of their first claim. */
  public List<SourceShare> of(List<Claim> claims, TextParts parts, Voices voices) {
    Map<Integer, List<Span>> inside = inside(claims);
    Map<String, CountedSource> sources = new LinkedHashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      @Nullable Speaker speaker = claim.speaker();
      SourceShare.Kind kind = kind(claim, parts);
      List<Units> sentences = parts.sentences(claim);
      String key =
          speaker == null ? "" : EntityMention.clusterId(speaker.entityId(), speaker.name());
      CountedSource source = sources.computeIfAbsent(key, k -> new CountedSource(speaker, kind));
      source.claims++;
      source.official |= isOfficial(claim, sentences, parts.inSource(claim));
      count(claim, inside.getOrDefault(i, List.of()), sentences, voices, source);
      source.verbs.merge(verb(claim, sentences), 1, Integer::sum);
    }
    return sources.values().stream().map(CountedSource::share).toList();
  }

  /** By the place of each claim the contents of those that stand in its content. */
  private static Map<Integer, List<Span>> inside(List<Claim> claims) {
    Map<Integer, List<Span>> inside = new HashMap<>();
    for (Claim claim : claims) {
      inside.computeIfAbsent(claim.within(), outer -> new ArrayList<>()).addAll(claim.content());
    }
    return inside;
  }

  private static void count(
      Claim claim, List<Span> others, List<Units> sentences, Voices voices, CountedSource source) {
    for (Units units : sentences) {
      for (Unit unit : units.all()) {
        if (unit.isWord() && in(claim.content(), unit.span()) && !in(others, unit.span())) {
          if (voices.at(unit.span().start()) == Voice.QUOTED) {
            source.quoted++;
          } else {
            source.reported++;
          }
        }
      }
    }
  }

  /** Whether anybody is named as the source of a claim. */
  public SourceShare.Kind kind(Claim claim, TextParts parts) {
    @Nullable Speaker speaker = claim.speaker();
    if (speaker == null) {
      return SourceShare.Kind.NONE;
    }
    if (finder.nameless(claim, parts) != null) {
      return SourceShare.Kind.ANONYMOUS;
    }
    boolean named =
        speaker.entityId() != null
            || !speaker.name().equals(speaker.text())
            || parts.inSource(claim).stream().anyMatch(m -> in(claim.source(), m.span()));
    return named ? SourceShare.Kind.NAMED : SourceShare.Kind.OTHER;
  }

  private boolean isOfficial(Claim claim, List<Units> sentences, List<EntityMention> mentions) {
    @Nullable Speaker speaker = claim.speaker();
    if (speaker == null) {
      return false;
    }
    Set<String> words = new HashSet<>();
    for (Units units : sentences) {
      for (Unit unit : units.all()) {
        if (in(claim.source(), unit.span())) {
          words.add(unit.text());
          words.add(unit.lemma());
        }
      }
    }
    words.addAll(FramingTerms.words(speaker.name()));
    if (grammar.isFormer(words)) {
      return false;
    }
    return grammar.isOfficial(words)
        || mentions.stream()
            .anyMatch(
                m ->
                    OFFICIAL_TYPES.contains(m.type())
                        && claim.source().stream().anyMatch(s -> s.equals(m.span())));
  }

  private String verb(Claim claim, List<Units> sentences) {
    for (Units units : sentences) {
      for (Unit unit : units.all()) {
        if (unit.partOfSpeech().isVerb()
            && !grammar.isAuxiliary(unit)
            && in(claim.cue(), unit.span())) {
          return grammar.counted(unit);
        }
      }
    }
    for (Units units : sentences) {
      for (Unit unit : units.all()) {
        if (unit.isWord() && in(claim.cue(), unit.span())) {
          return unit.text();
        }
      }
    }
    return "";
  }

  private static boolean in(List<Span> spans, Span span) {
    return spans.stream().anyMatch(s -> s.contains(span));
  }
}

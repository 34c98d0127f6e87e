package org.hearsay.framing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearsay.claims.Claim;
import org.hearsay.claims.Speaker;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.Units.Unit;
import org.hearsay.text.Fold;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Who gets to speak in a text, how much, with which verbs. */
final class Sources {
  private static final String OFFICIALS = "officials.txt";

  private static final Set<EntityType> OFFICIAL_TYPES =
      EnumSet.of(EntityType.COUNTRY, EntityType.MISSION, EntityType.LEGAL_INSTRUMENT);

  private final Set<String> officials;
  private final EvidenceFinder finder;

  Sources(EvidenceFinder finder) {
    this.officials = officials();
    this.finder = finder;
  }

  private static Set<String> officials() {
    try (InputStream in = Sources.class.getResourceAsStream(OFFICIALS)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + OFFICIALS);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(String::strip)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + OFFICIALS, e);
    }
  }

  /** One source being counted. */
  private static final class Tally {
    private final @Nullable Speaker speaker;
    private final SourceShare.Kind kind;
    private boolean official;
    private int claims;
    private int quoted;
    private int reported;
    private final Map<String, Integer> verbs = new TreeMap<>();

    Tally(@Nullable Speaker speaker, SourceShare.Kind kind) {
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
  List<SourceShare> of(
      List<Claim> claims, List<Units> sentences, List<EntityMention> mentions, Voices voices) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      @Nullable Speaker speaker = claim.speaker();
      SourceShare.Kind kind = kind(claim, sentences, mentions);
      String key =
          speaker == null
              ? ""
              : speaker.entityId() == null
                  ? "name:" + Fold.name(speaker.name())
                  : speaker.entityId();
      Tally tally = tallies.computeIfAbsent(key, k -> new Tally(speaker, kind));
      tally.claims++;
      tally.official |= isOfficial(claim, sentences, mentions);
      List<Span> inner = new ArrayList<>();
      for (Claim other : claims) {
        if (other.within() == i) {
          inner.addAll(other.content());
        }
      }
      for (Units units : sentences) {
        for (Unit unit : units.all()) {
          if (unit.isWord() && in(claim.content(), unit.span()) && !in(inner, unit.span())) {
            if (voices.at(unit.span().start()) == Voice.QUOTED) {
              tally.quoted++;
            } else {
              tally.reported++;
            }
          }
        }
      }
      tally.verbs.merge(verb(claim, sentences), 1, Integer::sum);
    }
    return tallies.values().stream().map(Tally::share).toList();
  }

  private SourceShare.Kind kind(Claim claim, List<Units> sentences, List<EntityMention> mentions) {
    @Nullable Speaker speaker = claim.speaker();
    if (speaker == null) {
      return SourceShare.Kind.NONE;
    }
    if (finder.nameless(claim, sentences, mentions) != null) {
      return SourceShare.Kind.ANONYMOUS;
    }
    boolean named =
        speaker.entityId() != null
            || !speaker.name().equals(speaker.text())
            || mentions.stream().anyMatch(m -> in(claim.source(), m.span()));
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
    words.addAll(Lexicon.words(speaker.name()));
    if (words.contains("former") || words.contains("ex")) {
      return false;
    }
    return words.stream().anyMatch(officials::contains)
        || mentions.stream()
            .anyMatch(
                m ->
                    OFFICIAL_TYPES.contains(m.type())
                        && claim.source().stream().anyMatch(s -> s.equals(m.span())));
  }

  private static String verb(Claim claim, List<Units> sentences) {
    for (Units units : sentences) {
      for (Unit unit : units.all()) {
        boolean auxiliary = unit.is("be") || unit.is("have") || unit.is("do");
        if (unit.tag().startsWith("VB") && !auxiliary && in(claim.cue(), unit.span())) {
          return unit.text().equals("according") ? "according to" : unit.lemma();
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

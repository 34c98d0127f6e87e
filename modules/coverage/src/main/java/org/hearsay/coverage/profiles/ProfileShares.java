package org.hearsay.coverage.profiles;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.KnownArticle;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.TextFraming;
import org.hearsay.coverage.facts.TextFraming.CataloguedTone;
import org.hearsay.coverage.profiles.Tally.Kind;
import org.hearsay.coverage.profiles.Tally.Line;
import org.hearsay.framing.NamingVariant;
import org.hearsay.framing.OutletCitation;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.Voice;
import org.hearsay.framing.VoiceFraming;
import org.jspecify.annotations.Nullable;

/** What one article gives to which profiles, at which time. */
public final class ProfileShares {
  /** From this share on, an article whose words stand elsewhere is not its outlet's own. */
  private static final double MOST = 0.5;

  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;

  private final ArticleSummary article;
  private final @Nullable String outlet;
  private final List<OutletName> origins;
  private final Authorship ownership;
  private final Map<ProfileKey, Tally.Builder> counts = new HashMap<>();

  /**
   * A profile at a time.
   *
   * @param profile which
   * @param time when the article counts, in milliseconds
   */
  public record Moment(ProfileKey profile, long time) {}

  private ProfileShares(ArticleSummary article, List<CopyEdge> edges) {
    this.article = article;
    this.outlet = article.publisher().key();
    this.origins = origins(edges);
    this.ownership = origins.isEmpty() ? Authorship.OWN : Authorship.REPUBLISHED;
  }

  /**
   * What the article adds to each profile: nothing until its publisher and time are known. What two
   * of its texts give are two sums, whatever the texts are.
   */
  public static Map<Moment, Tally> of(KnownArticle known) {
    @Nullable ArticleSummary summary = known.summary();
    if (summary == null) {
      return Map.of();
    }
    ProfileShares shares = new ProfileShares(summary, known.edges());
    shares.countItself();
    for (TextFraming text : known.texts()) {
      if (text.comment() == null) {
        shares.countArticle(text);
      } else {
        shares.countComment(text);
      }
    }
    Map<Moment, Tally> out = new HashMap<>();
    long time = summary.at().toEpochMilli();
    shares.counts.forEach((profile, one) -> out.put(new Moment(profile, time), one.build()));
    return out;
  }

  private Tally.Builder count(ProfileKey profile) {
    return counts.computeIfAbsent(profile, p -> new Tally.Builder());
  }

  private boolean isOwn() {
    return ownership == Authorship.OWN;
  }

  private static Line name(Kind kind, OutletName outlet) {
    return Line.of(kind, outlet.id(), outlet.shown());
  }

  /** Whom it was taken from; empty for an article of the outlet's own. */
  private List<OutletName> origins(List<CopyEdge> edges) {
    Map<String, OutletName> declared = new LinkedHashMap<>();
    for (OutletName notice : article.declared()) {
      @Nullable String key = notice.key();
      if (key != null && !key.equals(outlet)) {
        declared.putIfAbsent(key, notice);
      }
    }
    if (!declared.isEmpty()) {
      return List.copyOf(declared.values());
    }
    Optional<CopyEdge> most =
        edges.stream()
            .filter(this::isFromElsewhere)
            .max(
                Comparator.comparingDouble((CopyEdge edge) -> edge.shared().containment())
                    .thenComparing(CopyEdge::id));
    return most.map(edge -> List.of(edge.origin().outlet())).orElse(List.of());
  }

  private boolean isFromElsewhere(CopyEdge edge) {
    @Nullable String origin = edge.origin().outlet().key();
    return edge.isDecided()
        && edge.isCopy(article.id())
        && edge.shared().containment() >= MOST
        && (origin == null || !origin.equals(outlet));
  }

  private void countItself() {
    if (outlet != null) {
      Tally.Builder profile = count(ProfileKey.outlet(outlet));
      profile.add(name(Kind.OUTLET_NAME, article.publisher()), 1);
      profile.add(Line.of(Kind.ARTICLES, ownership.label()), 1);
      for (OutletName origin : origins) {
        if (origin.shown() != null) {
          profile.add(name(Kind.ORIGIN, origin), 1);
        }
      }
    }
  }

  private void countArticle(TextFraming text) {
    if (outlet != null) {
      Tally.Builder profile = count(ProfileKey.outlet(outlet));
      countVoices(text, ownership, profile);
      if (isOwn()) {
        countSources(text, profile);
        for (OutletCitation relay : text.relays()) {
          profile.add(Line.of(Kind.RELAY, relay.outletId(), relay.name()), relay.claims());
        }
        for (NamingVariant variant : text.naming()) {
          if (variant.voice() == Voice.OUTLET) {
            profile.add(line(variant), variant.count());
          }
        }
      }
    }
    countEntities(text);
    if (isOwn()) {
      countNaming(text);
    }
  }

  private static void countVoices(TextFraming text, Authorship whose, Tally.Builder profile) {
    for (VoiceFraming voice : text.voices()) {
      long words = voice.words();
      String name = voice.voice().name();
      profile.add(
          Line.of(Kind.VOICE, name, whose.label()),
          words,
          words * Math.round(MILLION * voice.bias()),
          Math.round(voice.loadedPerThousand() * words / THOUSAND));
      voice
          .counts()
          .forEach(
              (category, found) ->
                  profile.add(Line.of(Kind.EVIDENCE, name, whose.label(), category.name()), found));
    }
  }

  private static void countSources(TextFraming text, Tally.Builder profile) {
    for (SourceShare source : text.sources()) {
      String official = Boolean.toString(source.official());
      String kind = source.kind().name();
      long[] said = {source.claims(), source.wordsQuoted(), source.wordsReported()};
      profile.add(Line.of(Kind.SOURCE, source.entityId(), source.name(), kind, official), said);
      profile.add(Line.of(Kind.BALANCE, kind, official), said);
      source.verbs().forEach((verb, times) -> profile.add(Line.of(Kind.VERB, verb), times));
    }
  }

  private void countEntities(TextFraming text) {
    Set<String> named = new HashSet<>();
    for (CataloguedTone one : text.entities()) {
      String id = one.entityId();
      long first = named.add(id) ? 1 : 0;
      countEntity(one, first);
      if (outlet != null) {
        if (isOwn()) {
          count(ProfileKey.outlet(outlet))
              .add(Line.of(Kind.ENTITY, id, one.name()), one.mentions(), first);
        }
        count(ProfileKey.outletEntity(outlet, id))
            .add(name(Kind.OUTLET_NAME, article.publisher()), first)
            .add(Line.of(Kind.ENTITY_NAME, one.name()), one.mentions())
            .add(Line.of(Kind.ARTICLES, ownership.label()), first)
            .add(mentions(one, ownership), one.mentions(), one.toned(), tone(one));
      }
    }
  }

  private void countEntity(CataloguedTone one, long first) {
    long mentions = one.mentions();
    boolean outletsOwn = isOwn() && one.voice() == Voice.OUTLET;
    count(ProfileKey.entity(one.entityId()))
        .add(Line.of(Kind.ENTITY_NAME, one.name()), mentions)
        .add(Line.of(Kind.ARTICLES, ownership.label()), first)
        .add(mentions(one, ownership), mentions, one.toned(), tone(one))
        .add(
            name(Kind.OUTLET, article.publisher()),
            isOwn() ? mentions : 0,
            isOwn() ? 0 : mentions,
            isOwn() ? first : 0,
            isOwn() ? 0 : first,
            outletsOwn ? one.toned() : 0,
            outletsOwn ? tone(one) : 0);
  }

  private void countNaming(TextFraming text) {
    for (NamingVariant variant : text.naming()) {
      @Nullable String id = variant.entityId();
      if (id != null) {
        count(ProfileKey.entity(id)).add(line(variant), variant.count());
        if (outlet != null) {
          count(ProfileKey.outletEntity(outlet, id)).add(line(variant), variant.count());
        }
      }
    }
  }

  private void countComment(TextFraming text) {
    if (outlet != null) {
      Tally.Builder profile = count(ProfileKey.outlet(outlet));
      profile.add(Line.of(Kind.COMMENTS), 1);
      countVoices(text, Authorship.OWN, profile);
    }
    for (CataloguedTone one : text.entities()) {
      Line mentions = mentions(one, Authorship.OWN);
      count(ProfileKey.entity(one.entityId()))
          .add(Line.of(Kind.ENTITY_NAME, one.name()), one.mentions())
          .add(mentions, one.mentions(), one.toned(), tone(one));
      if (outlet != null) {
        count(ProfileKey.outletEntity(outlet, one.entityId()))
            .add(name(Kind.OUTLET_NAME, article.publisher()), 1)
            .add(Line.of(Kind.ENTITY_NAME, one.name()), one.mentions())
            .add(mentions, one.mentions(), one.toned(), tone(one));
      }
    }
  }

  private static Line mentions(CataloguedTone one, Authorship whose) {
    return Line.of(Kind.MENTIONS, one.voice().name(), whose.label());
  }

  private static long tone(CataloguedTone one) {
    return one.tone() == null ? 0 : Math.round(MILLION * one.tone() * one.toned());
  }

  private static Line line(NamingVariant variant) {
    return Line.of(
        Kind.NAMING,
        variant.entityId(),
        variant.name(),
        variant.variant(),
        variant.label(),
        variant.voice().name());
  }
}

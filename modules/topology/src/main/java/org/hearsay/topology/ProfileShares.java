package org.hearsay.topology;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.framing.Voice;
import org.hearsay.lineage.Piece;
import org.hearsay.records.Article;
import org.hearsay.records.EntityTone;
import org.hearsay.records.Framing;
import org.hearsay.records.NamingVariant;
import org.hearsay.records.Notice;
import org.hearsay.records.OutletCitation;
import org.hearsay.records.Republication;
import org.hearsay.records.SourceShare;
import org.hearsay.records.VoiceFraming;
import org.hearsay.topology.Tally.Kind;
import org.hearsay.topology.Tally.Line;
import org.hearsay.topology.records.ArticleRecords;
import org.jspecify.annotations.Nullable;

/**
 * What one article gives to which profiles.
 *
 * @param article whose {@code publishedAt} is the time that it counts at
 * @param edges to the articles that it was copied from
 * @param texts how its own text and its readers' comments are worded, those of them that are known
 */
record ProfileShares(Article article, List<Republication> edges, List<Framing> texts) {
  /** From this share on, an article whose words stand elsewhere is not its outlet's own. */
  private static final double MOST = 0.5;

  private static final String OUTLET = Voice.OUTLET.name();
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;

  /** Keeps its own copies of the lists. */
  ProfileShares {
    edges = List.copyOf(edges);
    texts = List.copyOf(texts);
  }

  /** The time that it counts at, in milliseconds. */
  long time() {
    return article.getPublishedAt().toEpochMilli();
  }

  /** What it adds to each profile. */
  Map<ProfileKey, Tally> byProfile() {
    Counts counts = new Counts();
    @Nullable String outlet = outletKey();
    List<@Nullable String[]> origins = origins(outlet);
    boolean own = origins.isEmpty();
    if (outlet != null) {
      Tally.Builder profile = counts.of(ProfileKey.outlet(outlet));
      profile.add(outletName(Kind.OUTLET_NAME), 1);
      profile.add(Line.of(Kind.ARTICLES, ownership(own)), 1);
      for (@Nullable String[] origin : origins) {
        if (origin[1] != null) {
          profile.add(Line.of(Kind.ORIGIN, origin), 1);
        }
      }
    }
    for (Framing text : texts) {
      if (text.getComment() == null) {
        countArticle(text, outlet, own, counts);
      } else {
        countComment(text, outlet, counts);
      }
    }
    return counts.build();
  }

  private @Nullable String outletKey() {
    return Piece.outletKey(
        article.getOutletId(),
        article.getOutletName(),
        ArticleRecords.address(article.getPageUrl()));
  }

  private Line outletName(Kind kind) {
    @Nullable String name = article.getOutletName();
    return Line.of(kind, article.getOutletId(), name == null ? outletKey() : name);
  }

  private static String ownership(boolean own) {
    return own ? Tally.OWN : Tally.REPUBLISHED;
  }

  /** Whom it was taken from, id and name of each; empty for an article of the outlet's own. */
  private List<@Nullable String[]> origins(@Nullable String outlet) {
    Map<String, @Nullable String[]> declared = new LinkedHashMap<>();
    for (Notice notice : article.getNotices()) {
      @Nullable String key =
          Piece.outletKey(notice.getOutletId(), notice.getName(), notice.getUrl());
      if (key != null && !key.equals(outlet)) {
        @Nullable String name = notice.getName();
        declared.putIfAbsent(
            key, new @Nullable String[] {notice.getOutletId(), name == null ? key : name});
      }
    }
    if (!declared.isEmpty()) {
      return List.copyOf(declared.values());
    }
    Optional<Republication> most =
        edges.stream()
            .filter(edge -> isFromElsewhere(edge, outlet))
            .max(
                Comparator.comparingDouble(Republication::getContainment)
                    .thenComparing(Republication::getId));
    if (most.isEmpty()) {
      return List.of();
    }
    @Nullable String name = most.get().getOriginOutletName();
    return List.<@Nullable String[]>of(
        new @Nullable String[] {
          most.get().getOriginOutletId(), name == null ? originKey(most.get()) : name
        });
  }

  private static boolean isFromElsewhere(Republication edge, @Nullable String outlet) {
    @Nullable String origin = originKey(edge);
    return !edge.getDirection().equals("UNDECIDED")
        && edge.getContainment() >= MOST
        && (origin == null || !origin.equals(outlet));
  }

  private static @Nullable String originKey(Republication edge) {
    return Piece.outletKey(
        edge.getOriginOutletId(), edge.getOriginOutletName(), edge.getOriginUrl());
  }

  private void countArticle(Framing text, @Nullable String outlet, boolean own, Counts counts) {
    String whose = ownership(own);
    if (outlet != null) {
      Tally.Builder profile = counts.of(ProfileKey.outlet(outlet));
      countVoices(text, whose, profile);
      if (own) {
        countSources(text, profile);
        for (OutletCitation relay : text.getRelays()) {
          profile.add(Line.of(Kind.RELAY, relay.getOutletId(), relay.getName()), relay.getClaims());
        }
        for (NamingVariant variant : text.getNaming()) {
          if (variant.getVoice().equals(OUTLET)) {
            profile.add(line(variant), variant.getCount());
          }
        }
      }
    }
    countEntities(text, outlet, own, whose, counts);
    if (own) {
      countNaming(text, outlet, counts);
    }
  }

  private static void countVoices(Framing text, String whose, Tally.Builder profile) {
    for (VoiceFraming voice : text.getVoices()) {
      long words = voice.getWords();
      profile.add(
          Line.of(Kind.VOICE, voice.getVoice(), whose),
          words,
          words * Math.round(MILLION * voice.getBias()),
          Math.round(voice.getLoadedPerThousand() * words / THOUSAND));
      voice
          .getCounts()
          .forEach(
              (category, count) ->
                  profile.add(Line.of(Kind.EVIDENCE, voice.getVoice(), whose, category), count));
    }
  }

  private static void countSources(Framing text, Tally.Builder profile) {
    for (SourceShare source : text.getSources()) {
      String official = Boolean.toString(source.getOfficial());
      long[] said = {source.getClaims(), source.getWordsQuoted(), source.getWordsReported()};
      profile.add(
          Line.of(Kind.SOURCE, source.getEntityId(), source.getName(), source.getKind(), official),
          said);
      profile.add(Line.of(Kind.BALANCE, source.getKind(), official), said);
      source.getVerbs().forEach((verb, count) -> profile.add(Line.of(Kind.VERB, verb), count));
    }
  }

  private void countEntities(
      Framing text, @Nullable String outlet, boolean own, String whose, Counts counts) {
    Set<String> named = new HashSet<>();
    for (EntityTone one : text.getEntities()) {
      @Nullable String id = one.getEntityId();
      if (id == null) {
        continue;
      }
      long first = named.add(id) ? 1 : 0;
      long mentions = one.getMentions();
      long tone = tone(one);
      boolean outletsOwn = own && one.getVoice().equals(OUTLET);
      Line voice = Line.of(Kind.MENTIONS, one.getVoice(), whose);
      Tally.Builder entity = counts.of(ProfileKey.entity(id));
      entity.add(Line.of(Kind.ENTITY_NAME, one.getName()), mentions);
      entity.add(Line.of(Kind.ARTICLES, whose), first);
      entity.add(voice, mentions, one.getToned(), tone);
      entity.add(
          outletName(Kind.OUTLET),
          own ? mentions : 0,
          own ? 0 : mentions,
          own ? first : 0,
          own ? 0 : first,
          outletsOwn ? one.getToned() : 0,
          outletsOwn ? tone : 0);
      if (outlet != null) {
        if (own) {
          counts
              .of(ProfileKey.outlet(outlet))
              .add(Line.of(Kind.ENTITY, id, one.getName()), mentions, first);
        }
        counts
            .of(ProfileKey.outletEntity(outlet, id))
            .add(outletName(Kind.OUTLET_NAME), first)
            .add(Line.of(Kind.ENTITY_NAME, one.getName()), mentions)
            .add(Line.of(Kind.ARTICLES, whose), first)
            .add(voice, mentions, one.getToned(), tone);
      }
    }
  }

  private static void countNaming(Framing text, @Nullable String outlet, Counts counts) {
    for (NamingVariant variant : text.getNaming()) {
      @Nullable String id = variant.getEntityId();
      if (id != null) {
        counts.of(ProfileKey.entity(id)).add(line(variant), variant.getCount());
        if (outlet != null) {
          counts.of(ProfileKey.outletEntity(outlet, id)).add(line(variant), variant.getCount());
        }
      }
    }
  }

  private void countComment(Framing text, @Nullable String outlet, Counts counts) {
    if (outlet != null) {
      Tally.Builder profile = counts.of(ProfileKey.outlet(outlet));
      profile.add(Line.of(Kind.COMMENTS), 1);
      countVoices(text, Tally.OWN, profile);
    }
    for (EntityTone one : text.getEntities()) {
      @Nullable String id = one.getEntityId();
      if (id == null) {
        continue;
      }
      Line voice = Line.of(Kind.MENTIONS, one.getVoice(), Tally.OWN);
      counts
          .of(ProfileKey.entity(id))
          .add(Line.of(Kind.ENTITY_NAME, one.getName()), one.getMentions())
          .add(voice, one.getMentions(), one.getToned(), tone(one));
      if (outlet != null) {
        counts
            .of(ProfileKey.outletEntity(outlet, id))
            .add(outletName(Kind.OUTLET_NAME), 1)
            .add(Line.of(Kind.ENTITY_NAME, one.getName()), one.getMentions())
            .add(voice, one.getMentions(), one.getToned(), tone(one));
      }
    }
  }

  private static long tone(EntityTone one) {
    return one.getTone() == null ? 0 : Math.round(MILLION * one.getTone() * one.getToned());
  }

  private static Line line(NamingVariant variant) {
    return Line.of(
        Kind.NAMING,
        variant.getEntityId(),
        variant.getName(),
        variant.getVariant(),
        variant.getLabel(),
        variant.getVoice());
  }

  /** Tallies being counted, by profile. */
  private static final class Counts {
    private final Map<ProfileKey, Tally.Builder> builders = new HashMap<>();

    Tally.Builder of(ProfileKey profile) {
      return builders.computeIfAbsent(profile, p -> new Tally.Builder());
    }

    Map<ProfileKey, Tally> build() {
      Map<ProfileKey, Tally> out = new HashMap<>();
      builders.forEach((profile, builder) -> out.put(profile, builder.build()));
      return out;
    }
  }
}

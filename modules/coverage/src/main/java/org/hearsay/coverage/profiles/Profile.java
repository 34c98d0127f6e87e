package org.hearsay.coverage.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.profiles.ProfileLines.EntityLine;
import org.hearsay.coverage.profiles.ProfileLines.MeanTone;
import org.hearsay.coverage.profiles.ProfileLines.MentionsLine;
import org.hearsay.coverage.profiles.ProfileLines.OutletLine;
import org.hearsay.coverage.profiles.ProfileLines.OutletMentionsLine;
import org.hearsay.coverage.profiles.ProfileLines.SourceLine;
import org.hearsay.coverage.profiles.ProfileLines.VoiceLine;
import org.hearsay.coverage.profiles.Tally.Kind;
import org.hearsay.coverage.profiles.Tally.Line;
import org.hearsay.framing.NamingVariant;
import org.hearsay.framing.Voice;
import org.hearsay.framing.terms.Category;
import org.jspecify.annotations.Nullable;

/**
 * What a tally says of an outlet, of an entity, or of how the one speaks of the other: shares,
 * means and lists, those that count most first. Lists are cut to {@value #LISTED} lines, outlets to
 * {@value #OUTLETS_LISTED}.
 *
 * @param key what it is of
 * @param tally what was counted
 */
public record Profile(ProfileKey key, Tally tally) {
  private static final int LISTED = 50;
  private static final int OUTLETS_LISTED = 200;
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;

  /** How many articles of that ownership there are. */
  public long articles(Authorship whose) {
    return tally.get(Line.of(Kind.ARTICLES, whose.label()), 0);
  }

  /** Of all articles, how many were taken over: 0..1. */
  public double republishedShare() {
    long republished = articles(Authorship.REPUBLISHED);
    return share(republished, articles(Authorship.OWN) + republished);
  }

  /** How many comments there are. */
  public long comments() {
    return tally.total(Kind.COMMENTS, 0);
  }

  /** The outlet's catalogue id, where it has one, and its name. */
  public OutletName outlet() {
    return first(Kind.OUTLET_NAME)
        .map(line -> new OutletName(line.id(), line.name(), null))
        .orElse(new OutletName(null, key.outlet(), null));
  }

  /** The entity's name. */
  public String entityName() {
    return first(Kind.ENTITY_NAME).map(Line::name).orElse(key.entity());
  }

  /** What the outlet's own articles say in its own voice, with zeros where that is nothing. */
  public VoiceLine ownVoice() {
    return voice(Line.of(Kind.VOICE, Voice.OUTLET.name(), Authorship.OWN.label()));
  }

  /** How much each voice says and how it is worded. */
  public List<VoiceLine> voices() {
    return list(Kind.VOICE, Integer.MAX_VALUE, this::voice);
  }

  /** How many mentions of catalogued entities the outlet's own articles have. */
  public long entityMentions() {
    return tally.total(Kind.ENTITY, 0);
  }

  /** The entities that the outlet's own articles name. */
  public List<EntityLine> entities() {
    return list(
        Kind.ENTITY,
        LISTED,
        line ->
            new EntityLine(
                Objects.requireNonNull(line.id()),
                line.name(),
                tally.get(line, 1),
                tally.get(line, 0),
                share(tally.get(line, 0), entityMentions())));
  }

  /** Who gets to speak, by kind: official or not, named or not. */
  public List<SourceLine> balance() {
    return list(Kind.BALANCE, Integer.MAX_VALUE, line -> source(line, null, ""));
  }

  /** Who gets to speak, those who say most first. */
  public List<SourceLine> sources() {
    return tally.lines(Kind.SOURCE).stream()
        .sorted(Comparator.comparingLong(line -> -said(line)))
        .limit(LISTED)
        .map(line -> source(line, line.id(), line.name()))
        .toList();
  }

  private SourceLine source(Line line, @Nullable String id, String name) {
    long all = tally.total(Kind.BALANCE, 1) + tally.total(Kind.BALANCE, 2);
    return new SourceLine(
        id,
        name,
        line.sourceKind(),
        line.official(),
        tally.get(line, 0),
        tally.get(line, 1),
        tally.get(line, 2),
        share(said(line), all));
  }

  private long said(Line line) {
    return tally.get(line, 1) + tally.get(line, 2);
  }

  /** How often each verb attributes something. */
  public Map<String, Long> verbs() {
    Map<String, Long> out = new LinkedHashMap<>();
    for (Line line : tally.lines(Kind.VERB)) {
      if (out.size() < LISTED) {
        out.put(line.verb(), tally.get(line, 0));
      }
    }
    return out;
  }

  /** The outlets that its own articles have claims from. */
  public List<OutletLine> relays() {
    return outlets(Kind.RELAY);
  }

  /** The outlets that it took articles over from. */
  public List<OutletLine> origins() {
    return outlets(Kind.ORIGIN);
  }

  private List<OutletLine> outlets(Kind kind) {
    return list(
        kind,
        LISTED,
        line ->
            new OutletLine(
                line.id(),
                line.name(),
                tally.get(line, 0),
                share(tally.get(line, 0), tally.total(kind, 0))));
  }

  /** What things are called, those that are judged by a label first. */
  public List<NamingVariant> naming() {
    List<Line> lines = new ArrayList<>(tally.lines(Kind.NAMING));
    lines.sort(Comparator.comparing(line -> line.label() == null));
    return lines.stream()
        .limit(LISTED)
        .map(
            line ->
                new NamingVariant(
                    line.id(),
                    line.name(),
                    line.variant(),
                    line.label(),
                    line.voice(),
                    Math.toIntExact(tally.get(line, 0))))
        .toList();
  }

  /** How often articles of that ownership name the entity, readers apart. */
  public long mentions(Authorship whose) {
    long sum = 0;
    for (Line line : tally.lines(Kind.MENTIONS)) {
      if (line.whose() == whose && line.voice() != Voice.READER) {
        sum += tally.get(line, 0);
      }
    }
    return sum;
  }

  /** How often readers name the entity. */
  public long readerMentions() {
    return tally.get(Line.of(Kind.MENTIONS, Voice.READER.name(), Authorship.OWN.label()), 0);
  }

  /** In what tone outlets name the entity in their own voice in their own articles. */
  public MeanTone tone() {
    Line own = Line.of(Kind.MENTIONS, Voice.OUTLET.name(), Authorship.OWN.label());
    return tone(tally.get(own, 1), tally.get(own, 2));
  }

  /** How often each voice names the entity and in what tone. */
  public List<MentionsLine> mentionsByVoice() {
    return list(
        Kind.MENTIONS,
        Integer.MAX_VALUE,
        line ->
            new MentionsLine(
                line.voice(),
                isRepublished(line),
                tally.get(line, 0),
                tone(tally.get(line, 1), tally.get(line, 2))));
  }

  /** How often each outlet names the entity and in what tone. */
  public List<OutletMentionsLine> mentionsByOutlet() {
    return list(
        Kind.OUTLET,
        OUTLETS_LISTED,
        line ->
            new OutletMentionsLine(
                new OutletName(line.id(), line.name(), null),
                tally.get(line, 2),
                tally.get(line, 3),
                tally.get(line, 0),
                tally.get(line, 1),
                share(tally.get(line, 0), tally.total(Kind.OUTLET, 0)),
                tone(tally.get(line, 4), tally.get(line, 5))));
  }

  private VoiceLine voice(Line line) {
    Map<Category, Long> counts = new LinkedHashMap<>();
    for (Line evidence : tally.lines(Kind.EVIDENCE)) {
      if (evidence.voice() == line.voice() && evidence.whose() == line.whose()) {
        counts.put(evidence.category(), tally.get(evidence, 0));
      }
    }
    long words = tally.get(line, 0);
    return new VoiceLine(
        line.voice(),
        isRepublished(line),
        words,
        words == 0 ? null : tally.get(line, 1) / MILLION / words,
        words == 0 ? null : THOUSAND * tally.get(line, 2) / words,
        counts);
  }

  private static boolean isRepublished(Line line) {
    return line.whose() == Authorship.REPUBLISHED;
  }

  private static MeanTone tone(long toned, long millionths) {
    return new MeanTone(toned, toned == 0 ? null : millionths / MILLION / toned);
  }

  private Optional<Line> first(Kind kind) {
    return tally.lines(kind).stream().findFirst();
  }

  private <T> List<T> list(Kind kind, int most, Function<Line, T> made) {
    return tally.lines(kind).stream().limit(most).map(made).toList();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}

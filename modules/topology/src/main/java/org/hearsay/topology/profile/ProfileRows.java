package org.hearsay.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.framing.Voice;
import org.hearsay.records.EntityProfile;
import org.hearsay.records.EntityShare;
import org.hearsay.records.NamingVariant;
import org.hearsay.records.OutletEntityProfile;
import org.hearsay.records.OutletMentions;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.OutletShare;
import org.hearsay.records.SourceBalance;
import org.hearsay.records.SourceProfile;
import org.hearsay.records.VoiceMentions;
import org.hearsay.records.VoiceProfile;
import org.hearsay.topology.Tally.Kind;
import org.hearsay.topology.Tally.Line;
import org.jspecify.annotations.Nullable;

/**
 * One profile in one window as a row of the public contract.
 *
 * @param complete whether it is the window's final row
 */
record ProfileRows(ProfileKey key, Instant start, Instant end, boolean complete, Tally tally) {
  private static final int LISTED = 50;
  private static final int OUTLETS_LISTED = 200;
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;
  private static final String OUTLET = Voice.OUTLET.name();
  private static final String READER = Voice.READER.name();
  private static final Line OWN = Line.of(Kind.ARTICLES, Tally.OWN);
  private static final Line REPUBLISHED = Line.of(Kind.ARTICLES, Tally.REPUBLISHED);

  /** What it is of and the window: the row's key. */
  String id() {
    return key.id() + "@" + start + "/" + end;
  }

  /** The outlet that it is of: an id, else a name; null where it is of none. */
  @Nullable String outlet() {
    return key.outlet().isEmpty() ? null : key.outlet();
  }

  /** The row: an OutletProfile, EntityProfile or OutletEntityProfile. */
  SpecificRecord row() {
    return switch (key.kind()) {
      case OUTLET -> outletProfile();
      case ENTITY -> entityProfile();
      case OUTLET_ENTITY -> outletEntityProfile();
    };
  }

  private OutletProfile outletProfile() {
    long own = tally.get(OWN, 0);
    long republished = tally.get(REPUBLISHED, 0);
    Line voice = Line.of(Kind.VOICE, OUTLET, Tally.OWN);
    return OutletProfile.newBuilder()
        .setId(id())
        .setOutletId(outletId())
        .setOutletName(outletName())
        .setWindowStart(start)
        .setWindowEnd(end)
        .setComplete(complete)
        .setArticles(own)
        .setRepublished(republished)
        .setRepublishedShare(share(republished, own + republished))
        .setComments(tally.total(Kind.COMMENTS, 0))
        .setLoadedPerThousand(loadedPerThousand(voice))
        .setBias(bias(voice))
        .setVoices(list(Kind.VOICE, Integer.MAX_VALUE, this::voice))
        .setMentions(tally.total(Kind.ENTITY, 0))
        .setEntities(list(Kind.ENTITY, LISTED, this::entity))
        .setBalance(list(Kind.BALANCE, Integer.MAX_VALUE, this::balance))
        .setSources(sources())
        .setVerbs(verbs())
        .setRelays(list(Kind.RELAY, LISTED, line -> outletShare(line, Kind.RELAY)))
        .setOrigins(list(Kind.ORIGIN, LISTED, line -> outletShare(line, Kind.ORIGIN)))
        .setNaming(naming())
        .build();
  }

  private EntityProfile entityProfile() {
    Tone tone = tone();
    return EntityProfile.newBuilder()
        .setId(id())
        .setEntityId(key.entity())
        .setName(entityName())
        .setWindowStart(start)
        .setWindowEnd(end)
        .setComplete(complete)
        .setArticles(tally.get(OWN, 0))
        .setRepublishedArticles(tally.get(REPUBLISHED, 0))
        .setMentions(mentions(Tally.OWN))
        .setRepublishedMentions(mentions(Tally.REPUBLISHED))
        .setReaderMentions(readerMentions())
        .setTone(tone.mean())
        .setVoices(list(Kind.MENTIONS, Integer.MAX_VALUE, this::voiceMentions))
        .setOutlets(list(Kind.OUTLET, OUTLETS_LISTED, this::outletMentions))
        .setNaming(naming())
        .build();
  }

  private OutletEntityProfile outletEntityProfile() {
    Tone tone = tone();
    return OutletEntityProfile.newBuilder()
        .setId(id())
        .setOutletId(outletId())
        .setOutletName(outletName())
        .setEntityId(key.entity())
        .setName(entityName())
        .setWindowStart(start)
        .setWindowEnd(end)
        .setComplete(complete)
        .setArticles(tally.get(OWN, 0))
        .setRepublishedArticles(tally.get(REPUBLISHED, 0))
        .setMentions(mentions(Tally.OWN))
        .setRepublishedMentions(mentions(Tally.REPUBLISHED))
        .setReaderMentions(readerMentions())
        .setToned(tone.toned())
        .setTone(tone.mean())
        .setVoices(list(Kind.MENTIONS, Integer.MAX_VALUE, this::voiceMentions))
        .setNaming(naming())
        .build();
  }

  private <T> List<T> list(Kind kind, int most, Function<Line, T> made) {
    return tally.lines(kind).stream().limit(most).map(made).toList();
  }

  private @Nullable String outletId() {
    return tally.lines(Kind.OUTLET_NAME).stream()
        .findFirst()
        .map(line -> line.known(0))
        .orElse(null);
  }

  private String outletName() {
    return tally.lines(Kind.OUTLET_NAME).stream()
        .findFirst()
        .map(line -> line.names().get(1))
        .orElse(key.outlet());
  }

  private String entityName() {
    return tally.lines(Kind.ENTITY_NAME).stream()
        .findFirst()
        .map(line -> line.names().get(0))
        .orElse(key.entity());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private @Nullable Double bias(Line voice) {
    long words = tally.get(voice, 0);
    return words == 0 ? null : tally.get(voice, 1) / MILLION / words;
  }

  private @Nullable Double loadedPerThousand(Line voice) {
    long words = tally.get(voice, 0);
    return words == 0 ? null : THOUSAND * tally.get(voice, 2) / words;
  }

  private static boolean isRepublished(Line line) {
    return line.names().get(1).equals(Tally.REPUBLISHED);
  }

  private VoiceProfile voice(Line line) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Line evidence : tally.lines(Kind.EVIDENCE)) {
      if (evidence.names().subList(0, 2).equals(line.names())) {
        counts.put(evidence.names().get(2), tally.get(evidence, 0));
      }
    }
    return new VoiceProfile(
        line.names().get(0),
        isRepublished(line),
        tally.get(line, 0),
        bias(line),
        loadedPerThousand(line),
        counts);
  }

  private EntityShare entity(Line line) {
    return new EntityShare(
        line.names().get(0),
        line.names().get(1),
        tally.get(line, 1),
        tally.get(line, 0),
        share(tally.get(line, 0), tally.total(Kind.ENTITY, 0)));
  }

  private long saidByAll() {
    return tally.total(Kind.BALANCE, 1) + tally.total(Kind.BALANCE, 2);
  }

  private long said(Line line) {
    return tally.get(line, 1) + tally.get(line, 2);
  }

  private SourceBalance balance(Line line) {
    return new SourceBalance(
        line.names().get(0),
        Boolean.parseBoolean(line.names().get(1)),
        tally.get(line, 0),
        tally.get(line, 1),
        tally.get(line, 2),
        share(said(line), saidByAll()));
  }

  private List<SourceProfile> sources() {
    long all = saidByAll();
    return tally.lines(Kind.SOURCE).stream()
        .sorted(Comparator.comparingLong(line -> -said(line)))
        .limit(LISTED)
        .map(
            line ->
                new SourceProfile(
                    line.known(0),
                    line.names().get(1),
                    line.names().get(2),
                    Boolean.parseBoolean(line.names().get(3)),
                    tally.get(line, 0),
                    tally.get(line, 1),
                    tally.get(line, 2),
                    share(said(line), all)))
        .toList();
  }

  private Map<String, Long> verbs() {
    Map<String, Long> out = new LinkedHashMap<>();
    for (Line line : tally.lines(Kind.VERB)) {
      if (out.size() < LISTED) {
        out.put(line.names().get(0), tally.get(line, 0));
      }
    }
    return out;
  }

  private OutletShare outletShare(Line line, Kind kind) {
    long count = tally.get(line, 0);
    return new OutletShare(
        line.known(0), line.names().get(1), count, share(count, tally.total(kind, 0)));
  }

  private List<NamingVariant> naming() {
    Predicate<Line> labelled = line -> line.known(3) != null;
    List<Line> lines = new ArrayList<>();
    for (Line line : tally.lines(Kind.NAMING)) {
      if (labelled.test(line)) {
        lines.add(line);
      }
    }
    for (Line line : tally.lines(Kind.NAMING)) {
      if (!labelled.test(line)) {
        lines.add(line);
      }
    }
    return lines.stream()
        .limit(LISTED)
        .map(
            line ->
                new NamingVariant(
                    line.known(0),
                    line.names().get(1),
                    line.names().get(2),
                    line.known(3),
                    line.names().get(4),
                    Math.toIntExact(tally.get(line, 0))))
        .toList();
  }

  private long mentions(String whose) {
    long sum = 0;
    for (Line line : tally.lines(Kind.MENTIONS)) {
      if (line.names().get(1).equals(whose) && !line.names().get(0).equals(READER)) {
        sum += tally.get(line, 0);
      }
    }
    return sum;
  }

  private long readerMentions() {
    return tally.get(Line.of(Kind.MENTIONS, READER, Tally.OWN), 0);
  }

  /**
   * A mean tone.
   *
   * @param toned of how many mentions it is
   */
  private record Tone(long toned, @Nullable Double mean) {
    static Tone of(long toned, long millionths) {
      return new Tone(toned, toned == 0 ? null : millionths / MILLION / toned);
    }
  }

  private Tone tone() {
    Line own = Line.of(Kind.MENTIONS, OUTLET, Tally.OWN);
    return Tone.of(tally.get(own, 1), tally.get(own, 2));
  }

  private VoiceMentions voiceMentions(Line line) {
    Tone tone = Tone.of(tally.get(line, 1), tally.get(line, 2));
    return new VoiceMentions(
        line.names().get(0), isRepublished(line), tally.get(line, 0), tone.toned(), tone.mean());
  }

  private OutletMentions outletMentions(Line line) {
    Tone tone = Tone.of(tally.get(line, 4), tally.get(line, 5));
    return new OutletMentions(
        line.known(0),
        line.names().get(1),
        tally.get(line, 2),
        tally.get(line, 3),
        tally.get(line, 0),
        tally.get(line, 1),
        share(tally.get(line, 0), tally.total(Kind.OUTLET, 0)),
        tone.toned(),
        tone.mean());
  }
}

package org.hearsay.topology.profile;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.coverage.profiles.Authorship;
import org.hearsay.coverage.profiles.Profile;
import org.hearsay.coverage.profiles.ProfileLines.MeanTone;
import org.hearsay.coverage.profiles.ProfileLines.OutletLine;
import org.hearsay.coverage.profiles.ProfileLines.VoiceLine;
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
import org.jspecify.annotations.Nullable;

/**
 * One profile in one window as a row of the public contract.
 *
 * @param complete whether it is the window's final row
 */
record ProfileRows(Profile profile, Instant start, Instant end, boolean complete) {
  /** What it is of and the window: the row's key. */
  String id() {
    return profile.key().id() + "@" + start + "/" + end;
  }

  /** The outlet that it is of: an id, else a name; null where it is of none. */
  @Nullable String outlet() {
    return profile.key().outlet().isEmpty() ? null : profile.key().outlet();
  }

  /** The row: an OutletProfile, EntityProfile or OutletEntityProfile. */
  SpecificRecord row() {
    return switch (profile.key().kind()) {
      case OUTLET -> outletProfile();
      case ENTITY -> entityProfile();
      case OUTLET_ENTITY -> outletEntityProfile();
    };
  }

  private OutletProfile outletProfile() {
    VoiceLine own = profile.ownVoice();
    return OutletProfile.newBuilder()
        .setId(id())
        .setOutletId(profile.outlet().id())
        .setOutletName(profile.outlet().name())
        .setWindowStart(start)
        .setWindowEnd(end)
        .setComplete(complete)
        .setArticles(profile.articles(Authorship.OWN))
        .setRepublished(profile.articles(Authorship.REPUBLISHED))
        .setRepublishedShare(profile.republishedShare())
        .setComments(profile.comments())
        .setLoadedPerThousand(own.loadedPerThousand())
        .setBias(own.bias())
        .setVoices(profile.voices().stream().map(ProfileRows::voice).toList())
        .setMentions(profile.entityMentions())
        .setEntities(
            profile.entities().stream()
                .map(
                    line ->
                        new EntityShare(
                            line.id(), line.name(), line.articles(), line.mentions(), line.share()))
                .toList())
        .setBalance(balance())
        .setSources(sources())
        .setVerbs(profile.verbs())
        .setRelays(outlets(profile.relays()))
        .setOrigins(outlets(profile.origins()))
        .setNaming(naming())
        .build();
  }

  private EntityProfile entityProfile() {
    return EntityProfile.newBuilder()
        .setId(id())
        .setEntityId(profile.key().entity())
        .setName(profile.entityName())
        .setWindowStart(start)
        .setWindowEnd(end)
        .setComplete(complete)
        .setArticles(profile.articles(Authorship.OWN))
        .setRepublishedArticles(profile.articles(Authorship.REPUBLISHED))
        .setMentions(profile.mentions(Authorship.OWN))
        .setRepublishedMentions(profile.mentions(Authorship.REPUBLISHED))
        .setReaderMentions(profile.readerMentions())
        .setTone(profile.tone().mean())
        .setVoices(voiceMentions())
        .setOutlets(
            profile.mentionsByOutlet().stream()
                .map(
                    line ->
                        new OutletMentions(
                            line.outlet().id(),
                            line.outlet().name(),
                            line.articles(),
                            line.republishedArticles(),
                            line.mentions(),
                            line.republishedMentions(),
                            line.share(),
                            line.tone().toned(),
                            line.tone().mean()))
                .toList())
        .setNaming(naming())
        .build();
  }

  private OutletEntityProfile outletEntityProfile() {
    MeanTone tone = profile.tone();
    return OutletEntityProfile.newBuilder()
        .setId(id())
        .setOutletId(profile.outlet().id())
        .setOutletName(profile.outlet().name())
        .setEntityId(profile.key().entity())
        .setName(profile.entityName())
        .setWindowStart(start)
        .setWindowEnd(end)
        .setComplete(complete)
        .setArticles(profile.articles(Authorship.OWN))
        .setRepublishedArticles(profile.articles(Authorship.REPUBLISHED))
        .setMentions(profile.mentions(Authorship.OWN))
        .setRepublishedMentions(profile.mentions(Authorship.REPUBLISHED))
        .setReaderMentions(profile.readerMentions())
        .setToned(tone.toned())
        .setTone(tone.mean())
        .setVoices(voiceMentions())
        .setNaming(naming())
        .build();
  }

  private static VoiceProfile voice(VoiceLine line) {
    Map<String, Long> counts = new LinkedHashMap<>();
    line.counts().forEach((category, count) -> counts.put(category.name(), count));
    return new VoiceProfile(
        line.voice().name(),
        line.republished(),
        line.words(),
        line.bias(),
        line.loadedPerThousand(),
        counts);
  }

  private List<SourceBalance> balance() {
    return profile.balance().stream()
        .map(
            line ->
                new SourceBalance(
                    line.kind().name(),
                    line.official(),
                    line.claims(),
                    line.wordsQuoted(),
                    line.wordsReported(),
                    line.share()))
        .toList();
  }

  private List<SourceProfile> sources() {
    return profile.sources().stream()
        .map(
            line ->
                new SourceProfile(
                    line.id(),
                    line.name(),
                    line.kind().name(),
                    line.official(),
                    line.claims(),
                    line.wordsQuoted(),
                    line.wordsReported(),
                    line.share()))
        .toList();
  }

  private static List<OutletShare> outlets(List<OutletLine> lines) {
    return lines.stream()
        .map(line -> new OutletShare(line.id(), line.name(), line.count(), line.share()))
        .toList();
  }

  private List<NamingVariant> naming() {
    return profile.naming().stream()
        .map(
            line ->
                new NamingVariant(
                    line.entityId(),
                    line.name(),
                    line.variant(),
                    line.label(),
                    line.voice().name(),
                    line.count()))
        .toList();
  }

  private List<VoiceMentions> voiceMentions() {
    return profile.mentionsByVoice().stream()
        .map(
            line ->
                new VoiceMentions(
                    line.voice().name(),
                    line.republished(),
                    line.mentions(),
                    line.tone().toned(),
                    line.tone().mean()))
        .toList();
  }
}

package org.hearsay.claims;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.claims.cues.Act;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.quotes.Turns;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.claims.relays.Relay;
import org.hearsay.claims.relays.Relays;
import org.hearsay.claims.relays.Way;
import org.hearsay.claims.speakers.Speakers;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.jspecify.annotations.Nullable;

/** One document's claims being put together. */
final class ClaimAssembly {
  private static final double RELAY_CONFIDENCE = .9;

  private final Document document;
  private final List<Attribution> found;
  private final Quotations quotations;
  private final Turns turns;
  private final Relays relays;
  private final Speakers speakers;
  private final Act[] acts;
  private final int[] within;
  private final @Nullable Claim[] claims;

  ClaimAssembly(
      ClaimLanguage language,
      Document document,
      List<Attribution> found,
      Quotations quotations,
      Turns turns) {
    this.document = document;
    this.found = found;
    this.quotations = quotations;
    this.turns = turns;
    this.relays = new Relays(language.relays, document);
    this.speakers = new Speakers(language.speakers, document);
    this.claims = new Claim[found.size()];
    this.within = new int[found.size()];
    this.acts = new Act[found.size()];
    document.datelined().ifPresent(outlet -> speakers.cite(outlet, false));
    SpanIndex contents = SpanIndex.ofParts(found, Attribution::content);
    for (int i = 0; i < within.length; i++) {
      within[i] = holder(found.get(i), contents);
      acts[i] = language.acts.of(found.get(i), document);
    }
  }

  List<Claim> claims() {
    List<Claim> all = new ArrayList<>();
    for (int i = 0; i < claims.length; i++) {
      all.add(claim(i));
    }
    return all;
  }

  /** The tightest claim whose content holds this one; -1 for none. */
  private int holder(Attribution inner, SpanIndex contents) {
    int holder = -1;
    for (int i : contents.overlapping(inner.content())) {
      if (inner.isWithin(found.get(i))
          && (holder < 0 || found.get(i).contentLength() < found.get(holder).contentLength())) {
        holder = i;
      }
    }
    return holder;
  }

  private Claim claim(int index) {
    Claim done = claims[index];
    if (done != null) {
      return done;
    }
    // The outer claim first: the inner one's "I" is its speaker, and its chain begins there.
    Claim outer = within[index] < 0 ? null : claim(within[index]);
    Attribution attribution = found.get(index);
    Way way = relays.way(attribution, limits(attribution, outer));
    Speaker speaker = way.source() == null ? null : speaker(way.source(), outer);
    for (Relay relay : way.relays()) {
      // "The wire, citing two diplomats, reported": it speaks itself. "Told the wire": it is told.
      boolean speaks = relay.evidence().start() == relay.outlet().start();
      if (speaks || document.isOutlet(relay.outlet())) {
        speakers.cite(relay.outlet(), speaks);
      }
    }
    Claim claim =
        new Claim(
            turns.isTurn(attribution) ? ClaimForm.DIRECT : quotations.form(attribution.content()),
            within[index],
            attribution.confidence(),
            attribution.content(),
            new Cue(List.of(attribution.cue()), acts[index].kind(), acts[index].mode()),
            attribution.source(),
            speaker,
            chain(index, way, speaker, outer));
    claims[index] = claim;
    return claim;
  }

  private @Nullable Speaker speaker(Span source, @Nullable Claim outer) {
    Span named = turns.named(source);
    Speaker speaker = speakers.resolve(named, outer);
    return speaker == null || named.equals(source)
        ? speaker
        : new Speaker(
            source.of(document.text()), speaker.name(), speaker.entityId(), speaker.confidence());
  }

  /** A claim inside another is told by the words of that content alone, where its cue is there. */
  private Span limits(Attribution attribution, @Nullable Claim outer) {
    if (outer != null) {
      for (Span content : outer.content()) {
        if (content.contains(attribution.cue())) {
          return content;
        }
      }
    }
    return new Span(0, document.text().length());
  }

  private List<ChainLink> chain(
      int index, Way way, @Nullable Speaker speaker, @Nullable Claim outer) {
    Attribution attribution = found.get(index);
    List<ChainLink> chain = new ArrayList<>();
    if (outer != null && acts[within[index]].passesOn()) {
      for (ChainLink link : outer.chain()) {
        if (speaker != null && speaker.isNamed(link)) {
          // "The mayor said she hopes": one voice.
          continue;
        }
        chain.add(
            new ChainLink(
                LinkRole.RELAY,
                link.name(),
                link.text(),
                link.id(),
                link.evidenceKind(),
                link.evidence(),
                link.confidence()));
      }
    }
    for (Relay relay : way.relays()) {
      Speaker outlet = speakers.name(relay.outlet());
      if (speaker != null && speaker.name().equals(outlet.name())) {
        // "X, which wrote": one voice, named twice.
        continue;
      }
      chain.add(
          link(LinkRole.RELAY, outlet, relay.evidence(), RELAY_CONFIDENCE * outlet.confidence()));
    }
    if (speaker != null) {
      chain.add(link(LinkRole.SPEAKER, speaker, attribution.cue(), speaker.confidence()));
    }
    return chain;
  }

  private ChainLink link(LinkRole role, Speaker who, Span evidence, double confidence) {
    return new ChainLink(
        role,
        who.name(),
        who.text(),
        who.entityId(),
        EvidenceKind.CUE,
        evidence.of(document.text()),
        confidence);
  }
}

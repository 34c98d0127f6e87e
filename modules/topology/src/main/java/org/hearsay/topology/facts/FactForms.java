package org.hearsay.topology.facts;

import static org.hearsay.topology.facts.Fields.list;
import static org.hearsay.topology.facts.Fields.maybe;
import static org.hearsay.topology.facts.Fields.writeList;
import static org.hearsay.topology.facts.Fields.writeMaybe;
import static org.hearsay.topology.facts.Fields.writeWord;
import static org.hearsay.topology.stores.PackedForm.count;
import static org.hearsay.topology.stores.PackedForm.name;
import static org.hearsay.topology.stores.PackedForm.writeCount;
import static org.hearsay.topology.stores.PackedForm.writeName;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.ArticleSummary.AtKind;
import org.hearsay.coverage.facts.ClaimCue;
import org.hearsay.coverage.facts.ClaimList;
import org.hearsay.coverage.facts.ClaimText;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.KnownLink.Confirmation;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.facts.SharedText;
import org.hearsay.coverage.facts.TextFraming;
import org.hearsay.coverage.facts.TextFraming.CataloguedTone;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.framing.NamingVariant;
import org.hearsay.framing.OutletCitation;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.Voice;
import org.hearsay.framing.VoiceFraming;
import org.hearsay.framing.terms.Category;
import org.hearsay.lineage.Direction;
import org.hearsay.lineage.Extent;
import org.hearsay.lineage.Passage;
import org.hearsay.text.attribution.CueKind;
import org.hearsay.topology.stores.VersionedForm;
import org.hearsay.topology.stores.VersionedForm.Reader;
import org.jspecify.annotations.Nullable;

/** The forms of facts in stages' own stores and internal topics, which nobody else reads. */
public final class FactForms {
  /** Since the second an edge tells which paragraphs are the copy's own. */
  private static final int EDGE_VERSION = 2;

  /**
   * Since the second an article's summary tells what its time is, since the third an edge which
   * paragraphs are the copy's own.
   */
  private static final int FACT_VERSION = 3;

  private static final int SUMMARY = 'a';
  private static final int CLAIM = 'c';
  private static final int EDGE = 'e';
  private static final int LIST = 'l';
  private static final int TEXT = 't';

  private FactForms() {}

  /**
   * Any fact.
   *
   * @param stage whose it is, for messages
   */
  public static Serde<Fact> fact(String stage) {
    return VersionedForm.of(
            stage,
            FACT_VERSION,
            FactForms::writeFact,
            in -> readFact(in, FactForms::readSummary, FactForms::readEdge))
        .reading(1, in -> readFact(in, FactForms::readFirstSummary, FactForms::readFirstEdge))
        .reading(2, in -> readFact(in, FactForms::readSummary, FactForms::readFirstEdge))
        .serde();
  }

  /**
   * An edge.
   *
   * @param stage whose it is, for messages
   */
  public static Serde<CopyEdge> edge(String stage) {
    return VersionedForm.of(stage, EDGE_VERSION, FactForms::writeEdge, FactForms::readEdge)
        .reading(1, FactForms::readFirstEdge)
        .serde();
  }

  private static void writeFact(Fact fact, DataOutputStream out) throws IOException {
    if (fact instanceof ArticleSummary summary) {
      out.writeByte(SUMMARY);
      writeSummary(summary, out);
    } else if (fact instanceof ReportedClaim claim) {
      out.writeByte(CLAIM);
      writeClaim(claim, out);
    } else if (fact instanceof ClaimList list) {
      out.writeByte(LIST);
      writeList(list.ids(), (id, to) -> writeName(id, to), out);
    } else if (fact instanceof CopyEdge edge) {
      out.writeByte(EDGE);
      writeEdge(edge, out);
    } else if (fact instanceof TextFraming text) {
      out.writeByte(TEXT);
      writeFraming(text, out);
    } else {
      throw new IllegalArgumentException(fact.toString());
    }
  }

  private static Fact readFact(
      DataInputStream in, Reader<ArticleSummary> summaries, Reader<CopyEdge> edges)
      throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case SUMMARY -> summaries.read(in);
      case CLAIM -> readClaim(in);
      case LIST -> new ClaimList(Set.copyOf(list(from -> name(from), in)));
      case EDGE -> edges.read(in);
      case TEXT -> readFraming(in);
      default -> throw new IOException("no kind of fact: " + kind);
    };
  }

  private static void writeSummary(ArticleSummary article, DataOutputStream out)
      throws IOException {
    writeName(article.id(), out);
    Fields.writeOutlet(article.publisher(), out);
    // Most articles give the address that they were fetched from.
    boolean sameAddress =
        article.url() != null && article.url().equals(article.publisher().address());
    out.writeBoolean(sameAddress);
    if (!sameAddress) {
      writeMaybe(article.url(), out);
    }
    Fields.writeTime(article.at(), out);
    Fields.writeMaybeWord(article.atKind(), out);
    writeList(article.declared(), Fields::writeOutlet, out);
  }

  private static ArticleSummary readSummary(DataInputStream in) throws IOException {
    return readSummary(in, true);
  }

  private static ArticleSummary readFirstSummary(DataInputStream in) throws IOException {
    return readSummary(in, false);
  }

  private static ArticleSummary readSummary(DataInputStream in, boolean hasKind)
      throws IOException {
    String id = name(in);
    OutletName publisher = Fields.outlet(in);
    @Nullable String url = in.readBoolean() ? publisher.address() : maybe(in);
    Instant at = Fields.time(in);
    @Nullable AtKind atKind = hasKind ? Fields.maybeWord(AtKind.class, in) : null;
    return new ArticleSummary(id, publisher, url, at, atKind, list(Fields::outlet, in));
  }

  private static void writeClaim(ReportedClaim claim, DataOutputStream out) throws IOException {
    writeName(claim.id(), out);
    writeName(claim.articleId(), out);
    writeMaybe(claim.outletId(), out);
    writeText(claim.text(), out);
    writeList(claim.content(), Fields::writeSpan, out);
    writeList(claim.chain(), FactForms::writeLink, out);
  }

  private static ReportedClaim readClaim(DataInputStream in) throws IOException {
    return new ReportedClaim(
        name(in),
        name(in),
        maybe(in),
        readText(in),
        list(Fields::span, in),
        list(FactForms::readLink, in));
  }

  /** Writes what is claimed, by whom, in which words. */
  public static void writeText(ClaimText text, DataOutputStream out) throws IOException {
    writeMaybe(text.speaker().id(), out);
    writeMaybe(text.speaker().name(), out);
    writeName(text.source(), out);
    writeName(text.content(), out);
    writeWord(text.form(), out);
    writeName(text.cue().text(), out);
    writeWord(text.cue().kind(), out);
    writeWord(text.cue().mode(), out);
  }

  /** Reads it. */
  public static ClaimText readText(DataInputStream in) throws IOException {
    ClaimSpeaker speaker = new ClaimSpeaker(maybe(in), maybe(in));
    String source = name(in);
    String content = name(in);
    ClaimForm form = Fields.word(ClaimForm.class, in);
    ClaimCue cue =
        new ClaimCue(name(in), Fields.word(CueKind.class, in), Fields.word(CueMode.class, in));
    return new ClaimText(speaker, source, content, form, cue);
  }

  private static void writeLink(KnownLink link, DataOutputStream out) throws IOException {
    writeWord(link.role(), out);
    writeName(link.name(), out);
    writeName(link.text(), out);
    writeMaybe(link.id(), out);
    writeEvidence(link.evidence(), out);
  }

  private static void writeEvidence(KnownLink.@Nullable LinkEvidence evidence, DataOutputStream out)
      throws IOException {
    // Where there is none its fields are empty.
    writeName(evidence == null ? "" : evidence.kind().name(), out);
    writeName(evidence == null ? "" : evidence.text(), out);
    out.writeDouble(evidence == null ? 0 : evidence.confidence());
    @Nullable Confirmation confirmation = evidence == null ? null : evidence.confirmation();
    writeMaybe(confirmation == null ? null : confirmation.name(), out);
  }

  private static KnownLink readLink(DataInputStream in) throws IOException {
    return new KnownLink(
        Fields.word(LinkRole.class, in), name(in), name(in), maybe(in), readEvidence(in));
  }

  private static KnownLink.@Nullable LinkEvidence readEvidence(DataInputStream in)
      throws IOException {
    String kind = name(in);
    String text = name(in);
    double confidence = in.readDouble();
    @Nullable String confirmation = maybe(in);
    if (kind.isEmpty()) {
      return null;
    }
    return new KnownLink.LinkEvidence(
        Fields.word(EvidenceKind.class, kind),
        text,
        confidence,
        confirmation == null ? null : Fields.word(Confirmation.class, confirmation));
  }

  private static void writeEdge(CopyEdge edge, DataOutputStream out) throws IOException {
    CopyEdge.Origin origin = edge.origin();
    writeName(edge.id(), out);
    writeName(edge.copyId(), out);
    Fields.writeTime(edge.copySeen(), out);
    writeName(origin.id(), out);
    Fields.writeOutlet(origin.outlet(), out);
    @Nullable Instant published = origin.publishedAt();
    out.writeBoolean(published != null);
    if (published != null) {
      Fields.writeTime(published, out);
    }
    Fields.writeTime(origin.firstSeen(), out);
    writeList(origin.declared(), (name, to) -> writeName(name, to), out);
    writeWord(edge.direction().basis(), out);
    out.writeByte(edge.direction().first());
    out.writeBoolean(edge.direction().contradicted());
    writeWord(edge.shared().extent(), out);
    out.writeDouble(edge.shared().containment());
    writeList(edge.shared().passages(), FactForms::writePassage, out);
    writeList(edge.shared().own(), Fields::writeSpan, out);
  }

  private static CopyEdge readEdge(DataInputStream in) throws IOException {
    return readEdge(in, true);
  }

  private static CopyEdge readFirstEdge(DataInputStream in) throws IOException {
    return readEdge(in, false);
  }

  private static CopyEdge readEdge(DataInputStream in, boolean hasOwn) throws IOException {
    String id = name(in);
    String copyId = name(in);
    Instant copySeen = Fields.time(in);
    CopyEdge.Origin origin =
        new CopyEdge.Origin(
            name(in),
            Fields.outlet(in),
            in.readBoolean() ? Fields.time(in) : null,
            Fields.time(in),
            list(from -> name(from), in));
    Direction.Basis basis = Fields.word(Direction.Basis.class, in);
    Direction direction = new Direction(in.readByte(), basis, in.readBoolean());
    SharedText shared =
        new SharedText(
            Fields.word(Extent.class, in),
            in.readDouble(),
            list(FactForms::readPassage, in),
            hasOwn ? list(Fields::span, in) : List.of());
    return new CopyEdge(id, copyId, copySeen, origin, direction, shared);
  }

  private static void writePassage(Passage passage, DataOutputStream out) throws IOException {
    Fields.writeSpan(passage.copy(), out);
    Fields.writeSpan(passage.origin(), out);
    writeCount(passage.words(), out);
  }

  private static Passage readPassage(DataInputStream in) throws IOException {
    return new Passage(Fields.span(in), Fields.span(in), count(in));
  }

  private static void writeFraming(TextFraming text, DataOutputStream out) throws IOException {
    writeCount(text.comment() == null ? 0 : text.comment() + 1, out);
    writeList(text.voices(), FactForms::writeVoice, out);
    writeList(text.naming(), FactForms::writeNaming, out);
    writeList(text.sources(), FactForms::writeSource, out);
    writeList(text.entities(), FactForms::writeEntity, out);
    writeList(text.relays(), FactForms::writeRelay, out);
  }

  private static TextFraming readFraming(DataInputStream in) throws IOException {
    int comment = count(in);
    return new TextFraming(
        comment == 0 ? null : comment - 1,
        list(FactForms::readVoice, in),
        list(FactForms::readNaming, in),
        list(FactForms::readSource, in),
        list(FactForms::readEntity, in),
        list(FactForms::readRelay, in));
  }

  private static void writeVoice(VoiceFraming voice, DataOutputStream out) throws IOException {
    writeWord(voice.voice(), out);
    writeCount(voice.words(), out);
    out.writeDouble(voice.bias());
    out.writeDouble(voice.loadedPerThousand());
    Map<Category, Integer> counts = new TreeMap<>(voice.counts());
    writeList(
        counts.entrySet(),
        (one, to) -> {
          writeWord(one.getKey(), to);
          writeCount(one.getValue(), to);
        },
        out);
  }

  private static VoiceFraming readVoice(DataInputStream in) throws IOException {
    Voice voice = Fields.word(Voice.class, in);
    int words = count(in);
    double bias = in.readDouble();
    double loaded = in.readDouble();
    Map<Category, Integer> counts = new EnumMap<>(Category.class);
    for (int n = count(in); n > 0; n--) {
      counts.put(Fields.word(Category.class, in), count(in));
    }
    return new VoiceFraming(voice, words, bias, loaded, counts);
  }

  private static void writeNaming(NamingVariant variant, DataOutputStream out) throws IOException {
    writeMaybe(variant.entityId(), out);
    writeName(variant.name(), out);
    writeName(variant.variant(), out);
    writeMaybe(variant.label(), out);
    writeWord(variant.voice(), out);
    writeCount(variant.count(), out);
  }

  private static NamingVariant readNaming(DataInputStream in) throws IOException {
    return new NamingVariant(
        maybe(in), name(in), name(in), maybe(in), Fields.word(Voice.class, in), count(in));
  }

  private static void writeSource(SourceShare source, DataOutputStream out) throws IOException {
    writeMaybe(source.entityId(), out);
    writeName(source.name(), out);
    writeWord(source.kind(), out);
    out.writeBoolean(source.official());
    writeCount(source.claims(), out);
    writeCount(source.wordsQuoted(), out);
    writeCount(source.wordsReported(), out);
    writeList(
        new TreeMap<>(source.verbs()).entrySet(),
        (verb, to) -> {
          writeName(verb.getKey(), to);
          writeCount(verb.getValue(), to);
        },
        out);
  }

  private static SourceShare readSource(DataInputStream in) throws IOException {
    @Nullable String id = maybe(in);
    String name = name(in);
    SourceShare.Kind kind = Fields.word(SourceShare.Kind.class, in);
    boolean official = in.readBoolean();
    int claims = count(in);
    int quoted = count(in);
    int reported = count(in);
    Map<String, Integer> verbs = new TreeMap<>();
    for (int n = count(in); n > 0; n--) {
      verbs.put(name(in), count(in));
    }
    return new SourceShare(id, name, kind, official, claims, quoted, reported, verbs);
  }

  private static void writeEntity(CataloguedTone one, DataOutputStream out) throws IOException {
    writeName(one.entityId(), out);
    writeName(one.name(), out);
    writeWord(one.voice(), out);
    writeCount(one.mentions(), out);
    writeCount(one.toned(), out);
    out.writeBoolean(one.tone() != null);
    if (one.tone() != null) {
      out.writeDouble(one.tone());
    }
  }

  private static CataloguedTone readEntity(DataInputStream in) throws IOException {
    return new CataloguedTone(
        name(in),
        name(in),
        Fields.word(Voice.class, in),
        count(in),
        count(in),
        in.readBoolean() ? in.readDouble() : null);
  }

  private static void writeRelay(OutletCitation relay, DataOutputStream out) throws IOException {
    writeName(relay.outletId(), out);
    writeName(relay.name(), out);
    writeCount(relay.claims(), out);
  }

  private static OutletCitation readRelay(DataInputStream in) throws IOException {
    return new OutletCitation(name(in), name(in), count(in));
  }
}

package org.hearsay.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.encoder.CueRequest;
import org.hearsay.encoder.RoleTags;
import org.hearsay.encoder.TaggedParagraph;
import org.hearsay.entities.EntityMention;
import org.hearsay.language.AnnotatedText;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a text attributes to whom: the model finds cues, sources and contents; rules say who a
 * source is and through whom the words came. Holds no state of a document: threads may share one.
 */
public final class ClaimExtractor {
  /** How often a content is read again for claims inside it. */
  private static final int DEEPEST = 2;

  /** Two contents that agree this much are one. */
  private static final double SAME = .7;

  private static final double RELAY_CONFIDENCE = .9;

  private static final Pattern BEFORE_SENTENCE =
      Pattern.compile("[\\s“”\"„«»'‘]*(?:[Tt]hat\\s+)?[“\"'‘]?");

  /** What goes by a plan is not said by it. */
  private static final String MEASURE =
      "(?!\\s+(?:(?:the|a|an|its|his|her|their|our) )?(?:plan|plans|schedule|tradition|custom|need"
          + "|needs|size|age|rank|ability|taste|merit|script|season)\\b)";

  /** A cue whatever the model says. */
  private static final Pattern ACCORDING = Pattern.compile("\\b[Aa]ccording to\\b" + MEASURE);

  private static final Pattern BY_MEASURE =
      Pattern.compile("\\b[Aa]ccording to\\b(?=\\s)(?!" + MEASURE + ")");

  private static final double BY_RULE = .8;

  private final ClaimTagger tagger;

  /**
   * Keeps the tagger, which stays the caller's to close.
   *
   * @param tagger the model
   */
  public ClaimExtractor(ClaimTagger tagger) {
    this.tagger = tagger;
  }

  /**
   * Extracts the claims of a text.
   *
   * @param text the text; its sentences may be missing, its paragraphs not
   * @param mentions the names in it
   * @return the claims in the order of their cues; spans in UTF-16 code units
   */
  public List<Claim> extract(AnnotatedText text, List<EntityMention> mentions) {
    Document document = new Document(text, mentions);
    Quotations quotations = new Quotations(text.text(), text.paragraphs());
    Turns turns = new Turns(document, text.paragraphs());
    List<Attribution> found = attributions(document, text.paragraphs(), quotations, turns);
    return new Reading(document, found, quotations, turns).claims();
  }

  private List<Attribution> attributions(
      Document document, List<Span> paragraphs, Quotations quotations, Turns turns) {
    Boundaries boundaries = new Boundaries(document.text(), quotations);
    Phrases phrases = new Phrases(document, quotations);
    Replies replies = new Replies(document, quotations);
    Addressees addressees = new Addressees(document);
    Nesting nesting = new Nesting(document);
    Reach reach = new Reach(document, quotations);
    List<Attribution> found = new ArrayList<>();
    List<Span> parts = paragraphs.stream().filter(p -> !turns.hold(p)).toList();
    for (int depth = 0; depth <= DEEPEST && (depth == 0 || !parts.isEmpty()); depth++) {
      List<Span> inner = new ArrayList<>();
      List<Attribution> read =
          depth == 0
              ? readParagraphs(document.text(), parts, quotations, reach)
              : read(document.text(), parts, found, reach);
      read.replaceAll(a -> addressees.checked(phrases.corrected(a)));
      read.removeIf(
          a ->
              BY_MEASURE
                  .matcher(document.text())
                  .region(a.cue().start(), document.text().length())
                  .lookingAt());
      for (Span part : parts) {
        List<Attribution> worded = phrases.in(part, depth > 0, read);
        read.removeIf(r -> worded.stream().anyMatch(w -> w.cue().overlaps(r.cue())));
        read.addAll(worded);
        replies.answer(part, read);
      }
      List<Attribution> cut = boundaries.cut(read);
      if (depth == 0) {
        cut.addAll(turns.attributions());
      }
      for (Attribution attribution : cut) {
        boolean known = found.stream().anyMatch(a -> a.cue().overlaps(attribution.cue()));
        if (!known && (depth == 0 || nesting.holds(attribution, found))) {
          found.add(attribution);
          if (nesting.mayHold(attribution)) {
            attribution.content().forEach(c -> inner.add(bare(document.text(), c)));
          }
        }
      }
      parts = inner;
    }
    found.sort(Comparator.comparing(Attribution::cue));
    // Last, since a quotation goes on with its speaker even where the model doubts who that is.
    found.replaceAll(a -> a.isSourceSure() ? a : a.withoutSource());
    return merged(document, found);
  }

  /** A content without the marks and the "that" before it, so that it reads as a sentence. */
  private static Span bare(String text, Span content) {
    Matcher before = BEFORE_SENTENCE.matcher(text).region(content.start(), content.end());
    return before.lookingAt() ? new Span(before.end(), content.end()) : content;
  }

  /** A content without a closing mark at its end that closes what was opened before it. */
  private static Span closed(String text, Span content) {
    int end = content.end();
    while (end > content.start() + 1 && "”\"’'»,".indexOf(text.charAt(end - 1)) >= 0) {
      if (isOpened(text.substring(content.start(), end))) {
        break;
      }
      end--;
    }
    return new Span(content.start(), end);
  }

  /** Whether the mark that words end with was opened among them. */
  private static boolean isOpened(String words) {
    char mark = words.charAt(words.length() - 1);
    String inside = words.substring(0, words.length() - 1);
    return switch (mark) {
      case '”' -> count(inside, "“„") > count(inside, "”");
      case '"' -> count(inside, "\"") % 2 == 1;
      case '»' -> count(inside, "«") > count(inside, "»");
      // An apostrophe looks like a mark that closes.
      case '’', '\'' -> count(inside, "‘'") > 0;
      default -> false;
    };
  }

  private static long count(String words, String marks) {
    return words.chars().filter(c -> marks.indexOf(c) >= 0).count();
  }

  /** The cues that are certain, whatever the model says, and that it has not found. */
  private static List<CueRequest> certain(
      String text, TaggedParagraph paragraph, List<CueRequest> found) {
    List<CueRequest> all = new ArrayList<>(found);
    if (paragraph.size() == 0) {
      return all;
    }
    int start = paragraph.span(0).start();
    Matcher matcher =
        ACCORDING.matcher(text).region(start, paragraph.span(paragraph.size() - 1).end());
    while (matcher.find()) {
      CueRequest cue = Decoder.cue(paragraph, new Span(matcher.start(), matcher.end()));
      if (cue != null
          && found.stream().allMatch(f -> f.end() <= cue.first() || cue.end() <= f.first())) {
        all.add(cue);
      }
    }
    return all;
  }

  /** The attributions of the paragraphs: the model's, completed by the quotation marks. */
  private List<Attribution> readParagraphs(
      String text, List<Span> paragraphs, Quotations quotations, Reach reach) {
    QuotedSpeech speech = new QuotedSpeech(text, paragraphs, quotations);
    List<TaggedParagraph> tagged = tagger.tag(text, paragraphs);
    List<Attribution> found =
        roles(text, reach, tagged.stream().map(p -> certain(text, p, Decoder.cues(p))).toList());
    List<List<CueRequest>> doubted = new ArrayList<>();
    List<Span> open = new ArrayList<>();
    for (int p = 0; p < paragraphs.size(); p++) {
      List<Span> here = speech.open(paragraphs.get(p), found);
      if (!here.isEmpty()) {
        open.addAll(here);
        doubted.add(Decoder.doubtedCues(tagged.get(p)));
      }
    }
    for (Attribution attribution : roles(text, reach, doubted)) {
      boolean known = found.stream().anyMatch(a -> a.cue().overlaps(attribution.cue()));
      if (!known && speech.explains(attribution, open)) {
        found.add(attribution);
      }
    }
    return speech.complete(found);
  }

  /**
   * The attributions inside contents. The model is asked only where an answer can be kept: it takes
   * most of the time that an article costs.
   */
  private List<Attribution> read(
      String text, List<Span> contents, List<Attribution> known, Reach reach) {
    List<Span> parts = contents.stream().filter(c -> Nesting.hasRoom(c.of(text))).toList();
    List<List<CueRequest>> cues = new ArrayList<>();
    for (TaggedParagraph part : tagger.tag(text, parts)) {
      List<CueRequest> here = new ArrayList<>(Decoder.innerCues(part));
      here.removeIf(
          cue -> !Nesting.mayBecomeClaim(Decoder.span(cue).of(text), part.begins(cue.first())));
      here = certain(text, part, here);
      here.removeIf(cue -> known.stream().anyMatch(a -> a.cue().overlaps(Decoder.span(cue))));
      cues.add(here);
    }
    List<Attribution> read = roles(text, reach, cues);
    read.removeIf(a -> a.content().isEmpty());
    read.replaceAll(a -> a.with(a.content().stream().map(c -> closed(text, c)).toList()));
    return read;
  }

  private List<Attribution> roles(String text, Reach reach, List<List<CueRequest>> cues) {
    List<Attribution> read = new ArrayList<>();
    List<CueRequest> requests =
        cues.stream()
            .flatMap(List::stream)
            .map(cue -> cue.within(reach.of(Decoder.span(cue))))
            .toList();
    for (RoleTags roles : tagger.roles(requests)) {
      Attribution attribution = Decoder.attribution(text, roles);
      boolean certain = ACCORDING.matcher(attribution.cue().of(text)).matches();
      read.add(certain ? attribution.atLeast(BY_RULE) : attribution);
    }
    return read;
  }

  /** Where an outlet's cue and its source's cue have one content, the source's stands for both. */
  private static List<Attribution> merged(Document document, List<Attribution> found) {
    List<Attribution> merged = new ArrayList<>();
    for (Attribution attribution : found) {
      boolean goes = false;
      for (Attribution other : found) {
        goes |= standsFor(document, other, attribution);
      }
      if (!goes) {
        merged.add(attribution);
      }
    }
    return merged;
  }

  private static boolean standsFor(Document document, Attribution kept, Attribution gone) {
    if (kept.source().isEmpty()
        || kept.cue().equals(gone.cue())
        || Replies.isReply(document.text(), kept)) {
      return false;
    }
    Span keptSource = kept.source().get(0);
    if (gone.content().stream()
            .allMatch(g -> keptSource.contains(g) || kept.content().stream().anyMatch(g::contains))
        && gone.content().stream().anyMatch(keptSource::contains)) {
      // "A cable, first reported by X, warns …": the cable is who warns, not what was said.
      return true;
    }
    if (gone.source().isEmpty()) {
      return false;
    }
    // "X, which cited Y": the pronoun is X.
    int gap = gone.source().get(0).start() - keptSource.end();
    boolean relative = gap >= 0 && gap <= ", ".length();
    boolean oneSource = relative || keptSource.overlaps(gone.source().get(0));
    boolean same = kept.agreement(gone) >= SAME;
    if (!oneSource && !same) {
      return false;
    }
    boolean keptOutlet = document.isOutlet(keptSource);
    boolean goneOutlet = document.isOutlet(gone.source().get(0));
    if (Relays.isCiting(gone.cue().of(document.text()))) {
      // "Citing Y" says whose words the outlet passes on, not what was said.
      return keptOutlet && (same || oneSource);
    }
    return same
        && !oneSource
        && goneOutlet
        && !keptOutlet
        && !Relays.isCiting(kept.cue().of(document.text()))
        && !kept.isWithin(gone)
        && kept.content().stream().noneMatch(c -> c.contains(gone.cue()));
  }

  /** One document's claims being put together. */
  private static final class Reading {
    private final Document document;
    private final List<Attribution> found;
    private final Quotations quotations;
    private final Turns turns;
    private final Relays relays;
    private final Speakers speakers;
    private final Act[] acts;
    private final int[] within;
    private final @Nullable Claim[] claims;

    Reading(Document document, List<Attribution> found, Quotations quotations, Turns turns) {
      this.document = document;
      this.found = found;
      this.quotations = quotations;
      this.turns = turns;
      this.relays = new Relays(document);
      this.speakers = new Speakers(document);
      this.claims = new Claim[found.size()];
      this.within = new int[found.size()];
      this.acts = new Act[found.size()];
      for (int i = 0; i < within.length; i++) {
        within[i] = holder(i);
        acts[i] = Act.of(found.get(i), document);
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
    private int holder(int index) {
      int holder = -1;
      for (int i = 0; i < found.size(); i++) {
        if (found.get(index).isWithin(found.get(i))
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
      Relays.Way way = relays.way(attribution, limits(attribution, outer));
      Speaker speaker = way.source() == null ? null : speaker(way.source(), outer);
      Claim claim =
          new Claim(
              turns.isTurn(attribution) ? ClaimForm.DIRECT : quotations.form(attribution.content()),
              within[index],
              attribution.confidence(),
              attribution.content(),
              List.of(attribution.cue()),
              acts[index].kind(),
              acts[index].mode(),
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

    /**
     * A claim inside another is told by the words of that content alone, where its cue is there.
     */
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
        int index, Relays.Way way, @Nullable Speaker speaker, @Nullable Claim outer) {
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
      for (Relays.Relay relay : way.relays()) {
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
          "CUE",
          evidence.of(document.text()),
          confidence);
    }
  }
}

package org.hearsay.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.quotes.Turns;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.claims.reading.Boundaries;
import org.hearsay.claims.reading.Reach;
import org.hearsay.claims.wordings.WordedAttributions;
import org.hearsay.claims.wordings.WordingCorrections;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.entities.EntityMention;
import org.hearsay.language.AnnotatedText;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.hearsay.text.WorkBudget;

/**
 * Finds what a text attributes to whom: the model finds cues, sources and contents; rules say who a
 * source is and through whom the words came. Holds no state of a document: threads may share one.
 */
public final class ClaimExtractor {
  /** How often a content is read again for claims inside it. */
  private static final int DEEPEST = 2;

  private final ClaimTagger tagger;
  private final ClaimLanguage language;

  /**
   * Keeps the tagger, which stays the caller's to close.
   *
   * @param tagger the model
   * @param language what the rules know of the language of the texts
   */
  public ClaimExtractor(ClaimTagger tagger, ClaimLanguage language) {
    this.tagger = tagger;
    this.language = language;
  }

  /** Extracts the claims of a text whose quotations nobody else asks for. */
  public List<Claim> extract(AnnotatedText text, List<EntityMention> mentions) {
    return extract(text, mentions, Quotations.of(text));
  }

  /**
   * Extracts the claims of a text.
   *
   * @param text the text; its sentences may be missing, its paragraphs not
   * @param mentions the names in it
   * @param quotations what stands in quotation marks in it
   * @return the claims in the order of their cues; spans in UTF-16 code units
   */
  public List<Claim> extract(
      AnnotatedText text, List<EntityMention> mentions, Quotations quotations) {
    return extract(text, mentions, quotations, WorkBudget.unlimited()).claims();
  }

  /**
   * Some claims, and how far they were looked for.
   *
   * @param claims in the order of their cues; spans in UTF-16 code units
   * @param reached up to where there was time for the model to look for them, in the same units;
   *     the text's length where there was for all
   * @param reachedAgain the same of what it is asked besides: for claims inside claims, for one
   */
  public record Extracted(List<Claim> claims, int reached, int reachedAgain) {
    /** Keeps its own copy of the list. */
    public Extracted {
      claims = List.copyOf(claims);
    }
  }

  /** The same in no more time than is given, but for a moment. */
  public Extracted extract(
      AnnotatedText text, List<EntityMention> mentions, Quotations quotations, WorkBudget budget) {
    Document document = new Document(language.document, text, mentions);
    Turns turns = new Turns(language.turns, document, text.paragraphs());
    Search search = new Search(document, quotations, turns, budget);
    List<Attribution> found = search.attributions(text.paragraphs());
    return new Extracted(
        new ClaimAssembly(language, document, found, quotations, turns).claims(),
        search.model.reached(),
        search.model.reachedAgain());
  }

  /** The search for one document's attributions. */
  private final class Search {
    private final Document document;
    private final String text;
    private final Turns turns;
    private final Quotations quotations;
    private final ModelReading model;
    private final Boundaries boundaries;
    private final WordedAttributions worded;
    private final WordingCorrections corrections;

    Search(Document document, Quotations quotations, Turns turns, WorkBudget budget) {
      this.document = document;
      this.text = document.text();
      this.turns = turns;
      this.quotations = quotations;
      Reach reach = new Reach(document, quotations);
      this.model = new ModelReading(tagger, language, text, quotations, reach, budget);
      this.boundaries = new Boundaries(language.boundaries, text, quotations);
      this.worded = new WordedAttributions(language.wordings, document);
      this.corrections = new WordingCorrections(language.wordings, document, quotations);
    }

    /** The paragraphs' attributions, those inside their contents, and so on, by their cues. */
    List<Attribution> attributions(List<Span> paragraphs) {
      List<Attribution> found = new ArrayList<>();
      List<Span> parts = paragraphs.stream().filter(p -> !turns.hold(p)).toList();
      for (int depth = 0; depth <= DEEPEST && (depth == 0 || !parts.isEmpty()); depth++) {
        boolean inner = depth > 0;
        List<Attribution> read = inner ? model.ofContents(parts, found) : model.ofParagraphs(parts);
        correct(read, parts, inner);
        List<Attribution> cut = boundaries.cut(read);
        if (!inner) {
          cut.addAll(turns.attributions());
        }
        parts = keep(cut, found, inner);
      }
      found.sort(Comparator.comparing(Attribution::cue));
      // Last, since a quotation goes on with its speaker even where the model doubts who that is.
      found.replaceAll(a -> a.isSourceSure() ? a : a.withoutSource());
      return language.doubles.merged(found, document);
    }

    /** Puts right, by rule, what the model read in some parts, and adds what it missed there. */
    private void correct(List<Attribution> read, List<Span> parts, boolean inner) {
      read.replaceAll(a -> language.addressees.checked(corrections.corrected(a), document));
      read.removeIf(this::isMeasure);
      for (Span part : parts) {
        List<Attribution> certain = worded.in(part, inner, read);
        if (!certain.isEmpty()) {
          read.removeIf(r -> certain.stream().anyMatch(w -> w.cue().overlaps(r.cue())));
          read.addAll(certain);
        }
        language.replies.answer(part, read, document, quotations);
      }
    }

    private boolean isMeasure(Attribution attribution) {
      return language
          .byMeasure
          .matcher(text)
          .region(attribution.cue().start(), text.length())
          .lookingAt();
    }

    /**
     * Adds those that are new and believed to what was found.
     *
     * @return the contents of these that may hold claims, to be read next
     */
    private List<Span> keep(List<Attribution> read, List<Attribution> found, boolean inner) {
      List<Span> contents = new ArrayList<>();
      SpanIndex cues = SpanIndex.of(found, Attribution::cue);
      SpanIndex held = SpanIndex.ofParts(found, Attribution::content);
      for (Attribution attribution : read) {
        boolean known = cues.overlaps(attribution.cue());
        List<Attribution> outers =
            known || !inner ? List.of() : held.overlapping(attribution.cue(), found);
        if (!known && (!inner || language.nesting.holds(attribution, outers, document))) {
          cues.add(found.size(), attribution.cue());
          held.add(found.size(), attribution.content());
          found.add(attribution);
          if (language.nesting.mayHold(attribution, document)) {
            attribution.content().forEach(c -> contents.add(language.edges.bare(text, c)));
          }
        }
      }
      return contents;
    }
  }
}

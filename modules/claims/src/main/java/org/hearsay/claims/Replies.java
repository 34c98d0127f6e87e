package org.hearsay.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of the words before a comma: "the files were burned, which the mayor denies",
 * "…, an accusation that he rejects". It is a claim of the mayor's about what was said there, and
 * the model, for which the content follows its cue or stands in marks, takes "which" for it.
 */
final class Replies {
  private static final double CONFIDENCE = .8;

  private static final String VERB =
      "(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed)"
          + "|contest(?:s|ed)?|contradict(?:s|ed)?|confirm(?:s|ed)?|acknowledg(?:e|es|ed))";

  private static final String ADVERBS =
      "(?:(?:has|have|had|also|since|later|\\p{L}+ly|all|both) ){0,3}";

  /** Words that a subject of a few words does not have. */
  private static final String SUBJECT =
      "(?<who>(?:(?!(?:is|was|were|are|be|been|has|have|had|would|will|said|says|which|that|who|of"
          + " course)\\b)[\\p{L}\\p{N}’'.-]+ ){0,6}(?!(?:has|have|had|also|since|later)\\b)"
          + "[\\p{L}\\p{N}’'.-]+) ";

  private static final Pattern ACTIVE =
      Pattern.compile(
          ",\\s+(?:which|(?:an?|the) (?:[\\p{L}-]+ )?(?:claim|charge|accusation|allegation|assertion"
              + "|suggestion|account|accusations|charges|claims|allegations)(?: (?:that|which))?)\\s+"
              + SUBJECT
              + "(?<cue>"
              + ADVERBS
              + VERB
              + ")(?=\\s*(?:[.,;”\")]|$|\\s(?:on|in|at|but|and|as|to)\\b))");

  private static final Pattern PASSIVE =
      Pattern.compile(
          ",\\s+(?:which|(?:an?|the) (?:[\\p{L}-]+ )?(?:claim|charge|accusation|allegation|assertion"
              + "|suggestion|account|accusations|charges|claims|allegations))\\s+"
              + "(?<cue>(?:(?:has|have|was|were|is|are|been|had|later|\\p{L}+ly) ){0,3}"
              + "(?:denied|rejected|dismissed|disputed|refuted|contested|contradicted|confirmed))"
              + " by (?<who>(?:[\\p{L}\\p{N}’'.-]+ ){0,6}?[\\p{L}\\p{N}’'-]+)(?=[.,;]|$)");

  private static final Pattern OPENING =
      Pattern.compile("\\s*(?:(?:But|And|Yet|However|Still|Meanwhile),?\\s+)?[“\"‘]?");

  /** The fewest characters that can say something. */
  private static final int SHORTEST = 12;

  private final Document document;
  private final Quotations quotations;

  Replies(Document document, Quotations quotations) {
    this.document = document;
    this.quotations = quotations;
  }

  /**
   * Adds the replies of a part to its attributions, in the place of those that the model made of
   * them.
   *
   * @param part a paragraph, or a content that is read as a text of its own
   * @param read the attributions that were found in this reading
   */
  void answer(Span part, List<Attribution> read) {
    for (Pattern pattern : List.of(ACTIVE, PASSIVE)) {
      Matcher reply = pattern.matcher(document.text()).region(part.start(), part.end());
      while (reply.find()) {
        Span cue = new Span(reply.start("cue"), reply.end("cue"));
        Span who = new Span(reply.start("who"), reply.end("who"));
        List<Span> content = answered(part, reply.start(), cue, read);
        if (!content.isEmpty() && !quotations.isQuoted(reply.start())) {
          read.removeIf(a -> a.cue().overlaps(cue));
          read.add(new Attribution(cue, List.of(who), content, CONFIDENCE));
        }
      }
    }
  }

  /** Whether an attribution is a reply to another's content. */
  static boolean isReply(String text, Attribution attribution) {
    return attribution.content().stream().allMatch(c -> c.end() <= attribution.cue().start())
        && attribution.cue().of(text).matches(".*\\b" + VERB + "\\b.*");
  }

  /** What stands before a comma: what was said there, else the clause; none where it is unclear. */
  private List<Span> answered(Span part, int comma, Span cue, List<Attribution> read) {
    int sentence = Math.max(part.start(), document.sentence(comma).start());
    @Nullable Attribution last = null;
    boolean other = false;
    for (Attribution attribution : read) {
      if (attribution.cue().overlaps(cue)
          || attribution.cue().start() >= comma
          || attribution.cue().start() < sentence
          || attribution.content().isEmpty()) {
        continue;
      }
      other = true;
      boolean ends = Math.abs(end(attribution) - comma) <= 1 || goesOn(attribution, comma);
      if (ends && (last == null || attribution.contentLength() < last.contentLength())) {
        last = attribution;
      }
    }
    if (last != null) {
      List<Span> content = new ArrayList<>();
      for (Span span : last.content()) {
        if (span.start() < comma) {
          content.add(new Span(span.start(), Math.min(span.end(), comma)));
        }
      }
      return content;
    }
    Matcher opening = OPENING.matcher(document.text()).region(sentence, comma);
    int start = opening.lookingAt() ? opening.end() : sentence;
    String clause = document.text().substring(start, comma);
    boolean plain = clause.length() >= SHORTEST && !clause.contains(", ") && !clause.contains(";");
    return other || !plain ? List.of() : List.of(new Span(start, comma));
  }

  /** Where an attribution's words end: its cue's, its source's, or its content's. */
  private static int end(Attribution attribution) {
    int end = attribution.cue().end();
    for (Span span : attribution.source()) {
      end = Math.max(end, span.end());
    }
    for (Span span : attribution.content()) {
      end = Math.max(end, span.end());
    }
    return end;
  }

  /** Whether a content runs over a comma: the model has taken the reply into it. */
  private static boolean goesOn(Attribution attribution, int comma) {
    return attribution.content().stream().anyMatch(c -> c.start() < comma && c.end() > comma);
  }
}

package org.hearsay.claims.wordings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.Quotations;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.text.Span;
import org.hearsay.text.languages.Expressions;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of the words before a comma: "the files were burned, which the mayor denies",
 * "…, an accusation that he rejects". It is a claim of the mayor's about what was said there, and
 * the model, for which the content follows its cue or stands in marks, takes "which" for it.
 * Immutable.
 */
public final class Replies {
  private static final double CONFIDENCE = .8;

  /** The fewest characters that can say something. */
  private static final int SHORTEST = 12;

  private final List<Pattern> replies;
  private final Pattern opening;
  private final Pattern reply;

  /** By the words of a language, as {@code replies.txt} names them. */
  public Replies(Expressions in) {
    this.replies = List.of(in.pattern("active"), in.pattern("passive"));
    this.opening = in.pattern("opening");
    this.reply = in.pattern("reply");
  }

  /**
   * Adds the replies of a part to its attributions, in the place of those that the model made of
   * them.
   *
   * @param part a paragraph, or a content that is read as a text of its own
   * @param read the attributions that were found in this reading
   * @param document the text of the part
   * @param quotations its quotations
   */
  public void answer(Span part, List<Attribution> read, Document document, Quotations quotations) {
    for (Pattern pattern : replies) {
      Matcher found = pattern.matcher(document.text()).region(part.start(), part.end());
      while (found.find()) {
        Span cue = new Span(found.start("cue"), found.end("cue"));
        Span who = new Span(found.start("who"), found.end("who"));
        List<Span> content = answered(part, found.start(), cue, read, document);
        if (!content.isEmpty() && !quotations.isQuoted(found.start())) {
          read.removeIf(a -> a.cue().overlaps(cue));
          read.add(new Attribution(cue, List.of(who), content, CONFIDENCE));
        }
      }
    }
  }

  /** Whether an attribution is a reply to another's content. */
  public boolean isReply(String text, Attribution attribution) {
    return attribution.content().stream().allMatch(c -> c.end() <= attribution.cue().start())
        && reply.matcher(attribution.cue().of(text)).matches();
  }

  /** What stands before a comma: what was said there, else the clause; none where it is unclear. */
  private List<Span> answered(
      Span part, int comma, Span cue, List<Attribution> read, Document document) {
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
    Matcher begins = opening.matcher(document.text()).region(sentence, comma);
    int start = begins.lookingAt() ? begins.end() : sentence;
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

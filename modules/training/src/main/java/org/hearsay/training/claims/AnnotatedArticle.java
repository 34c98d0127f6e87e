package org.hearsay.training.claims;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hearsay.text.Span;
import org.hearsay.training.JsonLines;

/**
 * An annotated article.
 *
 * @param id its name in the file
 * @param text its text; paragraphs stand on lines of their own
 * @param attributions what people found in it
 */
public record AnnotatedArticle(String id, String text, List<Attribution> attributions) {

  /**
   * Reads texts that nobody annotated, {@code {"text"}} a line, paragraphs by newlines.
   *
   * @throws IOException when the file cannot be read
   * @throws org.hearsay.training.TrainingException when the file is missing or a line has no text
   */
  public static List<AnnotatedArticle> plain(Path file) throws IOException {
    return JsonLines.read(
        file, line -> new AnnotatedArticle("", JsonLines.field(line, "text").asText(), List.of()));
  }

  /**
   * Who says what: each part may be split, and all but the cue may be missing. Spans are in UTF-16
   * code units.
   */
  public record Attribution(List<Span> source, List<Span> cue, List<Span> content) {}
}

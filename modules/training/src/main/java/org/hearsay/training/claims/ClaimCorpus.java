package org.hearsay.training.claims;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hearsay.text.Span;
import org.hearsay.training.JsonLines;
import org.hearsay.training.TrainingException;

/**
 * Annotated articles, one JSON object a line: {@code {"id", "text", "attributions": [{"source",
 * "cue", "content"}]}}, each part a list of {@code [start, end]} in code points of the text.
 */
public record ClaimCorpus(List<AnnotatedArticle> training, List<AnnotatedArticle> validation) {

  /**
   * Reads a file and keeps a part of its articles for validation: always the same for one seed.
   *
   * @param file the file
   * @param share how much is kept, 0..1; at least one article when it is more than 0
   * @param seed which articles are kept
   * @throws IOException when the file cannot be read
   * @throws TrainingException when a line of it is not an annotated article, or there are too few
   */
  public static ClaimCorpus read(Path file, double share, long seed) throws IOException {
    List<AnnotatedArticle> articles = new ArrayList<>(JsonLines.read(file, ClaimCorpus::article));
    Collections.shuffle(articles, new Random(seed));
    int kept = share > 0 ? Math.max(1, (int) Math.round(share * articles.size())) : 0;
    if (articles.size() <= kept) {
      throw new TrainingException(
          file + ": " + articles.size() + " articles are too few, with " + kept + " to validate");
    }
    return new ClaimCorpus(
        List.copyOf(articles.subList(kept, articles.size())),
        List.copyOf(articles.subList(0, kept)));
  }

  private static AnnotatedArticle article(JsonNode node) {
    String text = JsonLines.field(node, "text").asText();
    List<AnnotatedArticle.Attribution> attributions = new ArrayList<>();
    for (JsonNode attribution : JsonLines.field(node, "attributions")) {
      attributions.add(
          new AnnotatedArticle.Attribution(
              spans(JsonLines.field(attribution, "source"), text),
              spans(JsonLines.field(attribution, "cue"), text),
              spans(JsonLines.field(attribution, "content"), text)));
    }
    return new AnnotatedArticle(JsonLines.field(node, "id").asText(), text, attributions);
  }

  private static List<Span> spans(JsonNode node, String text) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode span : node) {
      if (span.size() != 2) {
        throw new IllegalArgumentException("not a [start, end]: " + span);
      }
      spans.add(JsonLines.span(text, span.get(0).asInt(), span.get(1).asInt()));
    }
    return spans;
  }
}

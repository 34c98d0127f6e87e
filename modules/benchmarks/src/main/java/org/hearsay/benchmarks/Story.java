package org.hearsay.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.lineage.Piece;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An article that a desk works on.
 *
 * @param id its id
 * @param outlet who publishes it
 * @param title the headline
 * @param paragraphs of text, none empty
 * @param publishedAt when, or null
 * @param declared the outlets that it names as its origin
 */
public record Story(
    String id,
    String outlet,
    String title,
    List<String> paragraphs,
    @Nullable Instant publishedAt,
    List<String> declared) {

  /** Keeps its own copies of the lists. */
  public Story {
    paragraphs = List.copyOf(paragraphs);
    declared = List.copyOf(declared);
  }

  /** The same with other paragraphs. */
  Story with(List<String> others) {
    return new Story(id, outlet, title, others, publishedAt, declared);
  }

  /** The words of the body. */
  public int words() {
    return paragraphs.stream().mapToInt(p -> p.split("\\s+").length).sum();
  }

  /** The paragraphs, separated by one blank line. */
  public String body() {
    return String.join("\n\n", paragraphs);
  }

  /** Where each paragraph stands in {@link #body}. */
  public List<Span> spans() {
    List<Span> out = new ArrayList<>();
    int at = 0;
    for (String paragraph : paragraphs) {
      out.add(new Span(at, at + paragraph.length()));
      at += paragraph.length() + 2;
    }
    return out;
  }

  /** As the library looks at it. */
  public Piece piece(Instant firstSeen) {
    return new Piece(id, outlet, title, null, body(), spans(), publishedAt, firstSeen, declared);
  }
}

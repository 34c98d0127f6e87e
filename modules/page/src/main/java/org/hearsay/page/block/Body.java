package org.hearsay.page.block;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.text.Span;

/** A body and its paragraphs' spans, from the paragraphs. */
public record Body(String text, List<Span> paragraphs) {

  /** The paragraphs with a blank line between each two. */
  public static Body of(List<String> paragraphs) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (String paragraph : paragraphs) {
      if (text.length() > 0) {
        text.append("\n\n");
      }
      int start = text.length();
      text.append(paragraph);
      spans.add(new Span(start, text.length()));
    }
    return new Body(text.toString(), spans);
  }
}

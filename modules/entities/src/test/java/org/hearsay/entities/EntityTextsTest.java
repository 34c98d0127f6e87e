package org.hearsay.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hearsay.language.LanguageAnnotator;
import org.hearsay.text.Fold;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

/** Our own texts with what they name, read with the real language models. */
class EntityTextsTest {
  private final EntityLinker linker =
      new EntityLinker(Catalogue.builtIn(), EntityLanguage.load("en"));

  @Test
  void everyTextIsLinkedToWhatItNamesAndToNothingElseThatItMarks() throws IOException {
    LanguageAnnotator annotator = LanguageAnnotator.load("en");
    List<String> wrong = new ArrayList<>();
    int texts = 0;
    for (String block : blocks()) {
      List<String> expected = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (String line : block.split("\n", -1)) {
        if (line.startsWith("#")) {
          continue;
        }
        boolean mark = line.startsWith("+ ") || line.startsWith("- ") || line.startsWith("~ ");
        if (mark) {
          expected.add(line);
        } else if (expected.isEmpty()) {
          text.append(text.length() == 0 ? "" : "\n").append(line);
        } else {
          // A mention that is broken over two lines.
          expected.set(expected.size() - 1, expected.get(expected.size() - 1) + "\n" + line);
        }
      }
      texts++;
      String whole = text.toString();
      List<EntityMention> mentions =
          linker.link(annotator.annotate(whole, LanguageAnnotator.paragraphs(whole)));
      for (String line : expected) {
        if (!holds(line, whole, mentions)) {
          wrong.add(line + " in: " + whole + " " + mentions);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(texts).isGreaterThan(40);
  }

  private static boolean holds(String line, String text, List<EntityMention> mentions) {
    int equals = line.lastIndexOf(" = ");
    String words = line.substring(2, equals < 0 ? line.length() : equals);
    int at = text.indexOf(words);
    if (at < 0) {
      throw new IllegalArgumentException("not in the text: " + line);
    }
    Span span = new Span(at, at + words.length());
    List<EntityMention> over = mentions.stream().filter(m -> m.span().overlaps(span)).toList();
    String wanted = equals < 0 ? "" : line.substring(equals + 3);
    return switch (line.charAt(0)) {
      case '+' -> over.stream().anyMatch(m -> wanted.equals(m.entityId()));
      case '-' -> over.stream().allMatch(m -> m.entityId() == null);
      default ->
          over.stream()
              .anyMatch(
                  m -> m.entityId() == null && m.clusterId().equals("name:" + Fold.name(wanted)));
    };
  }

  private static List<String> blocks() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(EntityTextsTest.class.getResourceAsStream("texts.txt"))) {
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n\n"));
    }
  }
}

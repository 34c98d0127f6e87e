package org.hearsay.framing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hearsay.claims.Claim;
import org.hearsay.claims.Quotations;
import org.hearsay.text.Span;

/**
 * Whose words each part of a text is, from its claims and its quotation marks. Never charges an
 * outlet with a quotation for want of a claim: words in marks that are a sentence, or as long as
 * one, are somebody's.
 */
public final class Voices {
  /** So many quoted words are a quotation, and fewer a term in marks, where nobody is quoted. */
  public static final int WORDS_OF_A_QUOTATION = 5;

  private final String text;
  private final Voice[] voices;
  private final List<Span> quotations;

  private Voices(String text, Voice[] voices, List<Span> quotations) {
    this.text = text;
    this.voices = voices;
    this.quotations = quotations;
  }

  /** The voices of an article's text. */
  public static Voices of(String text, List<Claim> claims, Quotations quotations) {
    Voice[] voices = new Voice[text.length()];
    Arrays.fill(voices, Voice.OUTLET);
    for (Claim claim : claims) {
      for (Span content : claim.content()) {
        for (int i = content.start(); i < content.end(); i++) {
          voices[i] = quotations.isQuoted(i) ? Voice.QUOTED : Voice.REPORTED;
        }
      }
    }
    List<Span> spans = quotations.spans();
    for (Span quotation : spans) {
      if (isSpeech(quotation.of(text))) {
        for (int i = quotation.start(); i < quotation.end(); i++) {
          voices[i] = Voice.QUOTED;
        }
      }
    }
    return new Voices(text, voices, List.copyOf(spans));
  }

  /** The voices of a text that is one voice throughout, as a reader's comment is. */
  public static Voices all(String text, Voice voice) {
    Voice[] voices = new Voice[text.length()];
    Arrays.fill(voices, voice);
    return new Voices(text, voices, List.of());
  }

  private static boolean isSpeech(String quoted) {
    String words = quoted.strip();
    boolean sentence =
        words.indexOf(' ') > 0
            && (words.endsWith(".") || words.endsWith("!") || words.endsWith("?"));
    return sentence || words.split("\\s+", -1).length >= WORDS_OF_A_QUOTATION;
  }

  /** What stands in quotation marks, without them, in order; none in a text of one voice. */
  public List<Span> quotations() {
    return quotations;
  }

  /** Whose word a place, in UTF-16 code units, belongs to. */
  public Voice at(int place) {
    return voices[place];
  }

  /** Whose words most of a span's letters and digits are; the outlet's where it is even. */
  public Voice of(Span span) {
    Map<Voice, Integer> letters = new EnumMap<>(Voice.class);
    for (int i = span.start(); i < span.end(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        letters.merge(voices[i], 1, Integer::sum);
      }
    }
    Voice most = Voice.OUTLET;
    int count = letters.getOrDefault(most, 0);
    for (Map.Entry<Voice, Integer> entry : letters.entrySet()) {
      if (entry.getValue() > count) {
        most = entry.getKey();
        count = entry.getValue();
      }
    }
    return most;
  }
}

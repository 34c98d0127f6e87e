package org.hearsay.entities;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.NamedEntity;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** One text while it is read: its words, its tokens, and the mentions found so far. */
final class Reading {
  private static final String SERBIAN_LETTERS = "čćšžđČĆŠŽĐ";

  /** Within how many words on either side the language of a word shows. */
  private static final int NEAR = 6;

  /** Words that Serbian sentences have and hardly any others in Latin letters. */
  private static final Set<String> SERBIAN =
      Set.of(
          "je",
          "su",
          "da",
          "na",
          "za",
          "od",
          "sa",
          "iz",
          "koji",
          "koja",
          "koje",
          "kojim",
          "nije",
          "nisu",
          "bi",
          "kao",
          "ili",
          "ali",
          "sto",
          "ce",
          "nece",
          "po",
          "kod",
          "zbog",
          "prema",
          "protiv",
          "posle",
          "kako",
          "bez",
          "pred",
          "smo",
          "ste",
          "samo",
          "jer",
          "srce",
          "izmedju",
          "predsednik",
          "predsednika",
          "premijer",
          "premijera",
          "rekao",
          "rekla",
          "izjavio");

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "on", "by", "from",
          "are", "his", "it", "at", "as", "said", "has", "have", "who", "an", "The", "In");

  private final AnnotatedText annotated;
  private final String text;
  private final List<Words.Word> words;
  private final List<EntityMention> mentions = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private @Nullable Set<String> vocabulary;
  private @Nullable Boolean slavic;

  /**
   * Reads a text.
   *
   * @param known the names whose words may be parted at a line's end
   */
  Reading(AnnotatedText annotated, NameIndex known) {
    this.annotated = annotated;
    this.text = annotated.text();
    List<Sentence> sentences = annotated.sentences();
    // What lies over the limits is not read.
    int end = sentences.isEmpty() ? 0 : sentences.get(sentences.size() - 1).span().end();
    List<Words.Word> all = Words.of(text, new Span(0, end));
    this.words = text.contains("-\n") ? whole(all, known) : all;
  }

  /** Words with those whole that a hyphen parts at a line's end: "Koso-", "vo". */
  private List<Words.Word> whole(List<Words.Word> words, NameIndex known) {
    List<Words.Word> out = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      Words.Word word = words.get(i);
      if (i + 1 < words.size()) {
        Words.Word next = words.get(i + 1);
        String folded = word.folded() + next.folded();
        boolean parted =
            text.substring(word.span().end(), next.span().start()).equals("-\n")
                && Character.isLowerCase(next.text().codePointAt(0))
                && known.knows(folded)
                && !known.knows(word.folded());
        if (parted) {
          Span span = new Span(word.span().start(), next.span().end());
          out.add(new Words.Word(span, word.text() + next.text(), folded));
          i++;
          continue;
        }
      }
      out.add(word);
    }
    return out;
  }

  String text() {
    return text;
  }

  List<Words.Word> words() {
    return words;
  }

  List<Sentence> sentences() {
    return annotated.sentences();
  }

  List<NamedEntity> names() {
    return annotated.names();
  }

  List<EntityMention> mentions() {
    return mentions;
  }

  /** The folded words of the text. */
  Set<String> vocabulary() {
    Set<String> known = vocabulary;
    if (known == null) {
      known = new HashSet<>();
      for (Words.Word word : words) {
        known.add(word.folded());
      }
      vocabulary = known;
    }
    return known;
  }

  private static boolean isSlavic(Words.Word word) {
    if (word.isCyrillic()) {
      return true;
    }
    for (int i = 0; i < word.text().length(); i++) {
      if (SERBIAN_LETTERS.indexOf(word.text().charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether any word of the text may be a case of a Serbian or Russian one. */
  boolean mayBeSlavic() {
    Boolean known = slavic;
    if (known == null) {
      known = words.stream().anyMatch(w -> isSlavic(w) || SERBIAN.contains(w.text()));
      slavic = known;
    }
    return known;
  }

  /**
   * Whether a word may be a case of a Serbian or Russian one: it is written in Cyrillic, has a
   * letter that is Serbian, or stands among Serbian words.
   */
  boolean mayBeSlavic(int word) {
    if (isSlavic(words.get(word))) {
      return true;
    }
    int serbian = 0;
    int english = 0;
    int last = Math.min(words.size(), word + NEAR + 1);
    for (int i = Math.max(0, word - NEAR); i < last; i++) {
      String near = words.get(i).text();
      serbian += SERBIAN.contains(near) ? 1 : 0;
      english += ENGLISH.contains(near) ? 1 : 0;
    }
    return serbian > english;
  }

  /** Whether no mention that fills its place overlaps a span. */
  boolean free(Span span) {
    int next = taken.nextSetBit(span.start());
    return next < 0 || next >= span.end();
  }

  /** Adds a mention that fills its place. */
  void add(EntityMention mention) {
    mentions.add(mention);
    taken.set(mention.span().start(), mention.span().end());
  }

  /**
   * Adds a mention within which, and around which, others may stand, unless it stands within one of
   * the same thing: "invasion of Ukraine" in "Russia's invasion of Ukraine".
   */
  void addLoose(EntityMention mention) {
    @Nullable String id = mention.entityId();
    boolean known =
        id != null
            && mentions.stream()
                .anyMatch(
                    m -> Objects.equals(id, m.entityId()) && m.span().contains(mention.span()));
    if (!known) {
      mentions.add(mention);
    }
  }

  /** Whether all that overlaps a span stands within it and is shorter. */
  boolean holdsOnlyShorter(Span span) {
    return mentions.stream()
        .filter(m -> m.span().overlaps(span))
        .allMatch(m -> span.contains(m.span()) && m.span().length() < span.length());
  }

  EntityMention mention(Span span, Entity entity, double confidence) {
    return new EntityMention(
        span, span.of(text), entity.type(), entity.id(), entity.name(), confidence);
  }

  /** The sentence at a place, or the last one before it; null where there is none. */
  @Nullable Sentence sentence(int at) {
    List<Sentence> sentences = annotated.sentences();
    int low = 0;
    int high = sentences.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (sentences.get(middle).span().start() <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return sentences.isEmpty() ? null : sentences.get(low);
  }

  /** The index of the first token that ends after a place; the number of tokens for none. */
  static int token(Sentence sentence, int at) {
    List<Token> tokens = sentence.tokens();
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).span().end() > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The index of the first word that ends after a place. */
  int word(int at) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).span().end() > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * The words right before a span, the nearest last, while nothing but white space parts them, or
   * the dot of a title ("Mrs. Clinton").
   */
  List<Words.Word> before(Span span, int most) {
    List<Words.Word> out = new ArrayList<>();
    int end = span.start();
    for (int i = word(span.start()) - 1; i >= 0 && out.size() < most; i--) {
      Words.Word word = words.get(i);
      int from = word.span().end();
      boolean dotted =
          from < end && text.charAt(from) == '.' && Names.TITLES.contains(word.folded());
      if (!blank(dotted ? from + 1 : from, end)) {
        break;
      }
      out.add(0, word);
      end = word.span().start();
    }
    return out;
  }

  /** The word right after a span, with nothing but white space between, or null. */
  Words.@Nullable Word after(Span span) {
    int at = word(span.end());
    return at < words.size() && blank(span.end(), words.get(at).span().start())
        ? words.get(at)
        : null;
  }

  private boolean blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}

package org.hearsay.entities.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.names.NameFinder;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.NamedEntity;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.jspecify.annotations.Nullable;

/** One text while it is read: its words, its tokens, and the mentions found so far. */
public final class Reading {
  /** Within how many words on either side the language of a word shows. */
  private static final int NEAR = 6;

  /** What may stand between an office and the name after it: a dot and a blank. */
  private static final int WIDTH_OF_BLANK = 2;

  /** What may stand between a name and the office after it: ", the ". */
  private static final int WIDTH_OF_ARTICLE = 6;

  private final AnnotatedText annotated;
  private final String text;
  private final ReadingWords language;
  private final Set<String> titles;
  private final List<FoldedWord> words;
  private final List<EntityMention> mentions = new ArrayList<>();
  private final SpanIndex mentionPlaces = new SpanIndex();
  private final SpanIndex namePlaces;
  private final Set<String> ids = new HashSet<>();

  /** Where those end that are called by one word, by their ids, and by their names. */
  private final Map<String, List<Integer>> aloneById = new HashMap<>();

  private final Map<String, List<Integer>> aloneByName = new HashMap<>();

  private final BitSet taken = new BitSet();
  private @Nullable Set<String> vocabulary;
  private @Nullable Boolean slavic;

  /**
   * Reads a text.
   *
   * @param known the names whose words may be parted at a line's end
   * @param language the common words of its language and of others that it may have sentences of
   * @param titles what may stand before a name with a dot, folded: "Mrs."
   */
  public Reading(
      AnnotatedText annotated, NameFinder known, ReadingWords language, Set<String> titles) {
    this.annotated = annotated;
    this.text = annotated.text();
    this.language = language;
    this.titles = titles;
    this.namePlaces = SpanIndex.of(annotated.names(), NamedEntity::span);
    List<Sentence> sentences = annotated.sentences();
    // What lies over the limits is not read.
    int end = sentences.isEmpty() ? 0 : sentences.get(sentences.size() - 1).span().end();
    List<FoldedWord> all = FoldedWords.of(text, new Span(0, end));
    this.words = text.contains("-\n") ? whole(all, known) : all;
  }

  /** Words with those whole that a hyphen parts at a line's end: "Koso-", "vo". */
  private List<FoldedWord> whole(List<FoldedWord> words, NameFinder known) {
    List<FoldedWord> out = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      FoldedWord word = words.get(i);
      if (i + 1 < words.size()) {
        FoldedWord next = words.get(i + 1);
        String folded = word.folded() + next.folded();
        boolean parted =
            text.substring(word.span().end(), next.span().start()).equals("-\n")
                && Character.isLowerCase(next.text().codePointAt(0))
                && known.knows(folded)
                && !known.knows(word.folded());
        if (parted) {
          Span span = new Span(word.span().start(), next.span().end());
          out.add(new FoldedWord(span, word.text() + next.text(), folded));
          i++;
          continue;
        }
      }
      out.add(word);
    }
    return out;
  }

  /** The text. */
  public String text() {
    return text;
  }

  /** Its words, as far as it is annotated. */
  public List<FoldedWord> words() {
    return words;
  }

  /** What the recogniser found. */
  public List<NamedEntity> names() {
    return annotated.names();
  }

  /** Those names that the recogniser found of which a part lies in a span. */
  public List<NamedEntity> names(Span span) {
    return namePlaces.overlapping(span, annotated.names());
  }

  /** What is found so far, in the order in which it was. */
  public List<EntityMention> mentions() {
    return mentions;
  }

  /** What is found so far of which a part lies in a span, in the order in which it was. */
  public List<EntityMention> mentions(Span span) {
    return mentionPlaces.overlapping(span, mentions);
  }

  /** Whether something in the catalogue is mentioned so far. */
  public boolean isMentioned(String id) {
    return ids.contains(id);
  }

  /**
   * How often somebody was called by one word before a place.
   *
   * @param id in the catalogue; null for somebody who has none and goes by the name
   */
  public int calledAlone(@Nullable String id, String name, int at) {
    List<Integer> ends =
        id == null
            ? aloneByName.getOrDefault(name, List.of())
            : aloneById.getOrDefault(id, List.of());
    int called = 0;
    for (int end : ends) {
      called += end <= at ? 1 : 0;
    }
    return called;
  }

  private void keep(EntityMention mention) {
    mentionPlaces.add(mentions.size(), mention.span());
    mentions.add(mention);
    @Nullable String id = mention.entityId();
    if (id != null) {
      ids.add(id);
    }
    if (mention.text().indexOf(' ') < 0) {
      int end = mention.span().end();
      aloneByName.computeIfAbsent(mention.name(), name -> new ArrayList<>(1)).add(end);
      if (id != null) {
        aloneById.computeIfAbsent(id, i -> new ArrayList<>(1)).add(end);
      }
    }
  }

  /** The folded words of the text. */
  private Set<String> vocabulary() {
    Set<String> known = vocabulary;
    if (known == null) {
      known = new HashSet<>();
      for (FoldedWord word : words) {
        known.add(word.folded());
      }
      vocabulary = known;
    }
    return known;
  }

  /** Whether the text has all of some words, wherever. */
  public boolean hasWords(List<FoldedWord> wanted) {
    boolean all = true;
    for (FoldedWord word : wanted) {
      all &= vocabulary().contains(word.folded());
    }
    return all;
  }

  private boolean isSlavic(FoldedWord word) {
    if (word.isCyrillic()) {
      return true;
    }
    for (int i = 0; i < word.text().length(); i++) {
      if (language.slavicLetters().indexOf(word.text().charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether any word of the text may be a case of a Serbian or Russian one. */
  public boolean mayBeSlavic() {
    Boolean known = slavic;
    if (known == null) {
      known = words.stream().anyMatch(w -> isSlavic(w) || language.slavic().contains(w.text()));
      slavic = known;
    }
    return known;
  }

  /**
   * Whether a word may be a case of a Serbian or Russian one: it is written in Cyrillic, has a
   * letter that is Serbian, or stands among Serbian words.
   */
  public boolean mayBeSlavic(int word) {
    if (isSlavic(words.get(word))) {
      return true;
    }
    int slavicWords = 0;
    int own = 0;
    int last = Math.min(words.size(), word + NEAR + 1);
    for (int i = Math.max(0, word - NEAR); i < last; i++) {
      String near = words.get(i).text();
      slavicWords += language.slavic().contains(near) ? 1 : 0;
      own += language.own().contains(near) ? 1 : 0;
    }
    return slavicWords > own;
  }

  /** Whether no mention that fills its place overlaps a span. */
  public boolean free(Span span) {
    int next = taken.nextSetBit(span.start());
    return next < 0 || next >= span.end();
  }

  /** Adds a mention that fills its place. */
  public void add(EntityMention mention) {
    keep(mention);
    taken.set(mention.span().start(), mention.span().end());
  }

  /**
   * Adds a mention within which, and around which, others may stand, unless it stands within one of
   * the same thing: "invasion of Ukraine" in "Russia's invasion of Ukraine".
   */
  public void addLoose(EntityMention mention) {
    @Nullable String id = mention.entityId();
    boolean known =
        id != null
            && mentions(mention.span()).stream()
                .anyMatch(
                    m -> Objects.equals(id, m.entityId()) && m.span().contains(mention.span()));
    if (!known) {
      keep(mention);
    }
  }

  /** Whether all that overlaps a span stands within it and is shorter. */
  public boolean holdsOnlyShorter(Span span) {
    return mentions(span).stream()
        .allMatch(m -> span.contains(m.span()) && m.span().length() < span.length());
  }

  /** A mention of a catalogued thing; {@link #add} adds it. */
  public EntityMention mention(Span span, Entity entity, double confidence) {
    return new EntityMention(
        span, span.of(text), entity.type(), entity.id(), entity.name(), confidence);
  }

  /** The sentence at a place, or the last one before it; null where there is none. */
  public @Nullable Sentence sentence(int at) {
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

  /** Whether a sentence begins at a place. */
  public boolean opensSentence(int at) {
    @Nullable Sentence sentence = sentence(at);
    return sentence != null && sentence.span().start() == at;
  }

  /** The index of the first token that ends after a place; the number of tokens for none. */
  public static int token(Sentence sentence, int at) {
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
  public int word(int at) {
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
  public List<FoldedWord> before(Span span, int most) {
    List<FoldedWord> out = new ArrayList<>();
    int end = span.start();
    for (int i = word(span.start()) - 1; i >= 0 && out.size() < most; i--) {
      FoldedWord word = words.get(i);
      int from = word.span().end();
      boolean dotted = from < end && text.charAt(from) == '.' && titles.contains(word.folded());
      if (!blank(dotted ? from + 1 : from, end)) {
        break;
      }
      out.add(0, word);
      end = word.span().start();
    }
    return out;
  }

  /** The word right after a span, with nothing but white space between, or null. */
  public @Nullable FoldedWord after(Span span) {
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

  /** Around a span all where a name can stand that {@link #besideName} looks for. */
  public static Span around(Span span) {
    return new Span(
        Math.max(0, span.start() - WIDTH_OF_ARTICLE - 1), span.end() + WIDTH_OF_BLANK + 1);
  }

  /**
   * Whether the name of one of so many mentions, a person's, stands right before or after a span.
   */
  public static boolean besideName(Span span, List<EntityMention> mentions) {
    for (EntityMention mention : mentions) {
      if (mention.type() != EntityType.PERSON) {
        continue;
      }
      int after = mention.span().start() - span.end();
      int before = span.start() - mention.span().end();
      if ((after >= 0 && after <= WIDTH_OF_BLANK) || (before >= 0 && before <= WIDTH_OF_ARTICLE)) {
        return true;
      }
    }
    return false;
  }

  /** At most so many code units of the text before a place. */
  public String before(int place, int most) {
    return text.substring(Math.max(0, place - most), place);
  }

  /** At most so many code units of the text from a place on. */
  public String after(int place, int most) {
    return text.substring(place, Math.min(text.length(), place + most));
  }

  /** Whether no one but white space stands between two words or places. */
  public boolean blankBetween(int from, int to) {
    return from <= to && text.substring(from, to).isBlank();
  }

  /** Whether all that stands within a name is a place or a people: "Bank of Albania". */
  public boolean holdsOnlyPlaces(Span name) {
    for (EntityMention mention : mentions(name)) {
      boolean within =
          name.contains(mention.span())
              && name.length() > mention.span().length()
              && (mention.type() == EntityType.COUNTRY
                  || mention.type() == EntityType.NATIONALITY
                  || mention.type() == EntityType.PLACE);
      if (!within) {
        return false;
      }
    }
    return true;
  }
}

package org.hearsay.claims.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.language.grammar.WordClass;
import org.hearsay.language.grammar.WordFeature;
import org.hearsay.text.Sorted;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.jspecify.annotations.Nullable;

/** A text with its names, and the questions about them that the rules ask. */
public final class Document {
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?][\"”’»)]*\\s+(?=[\"“‘«(]?\\p{Lu})");

  /** Paragraphs that may begin with a dateline: above the first may stand a lead. */
  private static final int DATELINE_PARAGRAPHS = 3;

  private final DocumentWords words;
  private final AnnotatedText annotated;
  private final List<EntityMention> mentions;
  private final SpanIndex named;
  private final List<Span> sentences;

  /** Names that no catalogue knows, of outlets by where they stand in the text. */
  private final Set<String> placed;

  /** How long those are, in UTF-16 code units, the longest first. */
  private final List<Integer> placedLengths;

  /** A text and the names in it. */
  public Document(DocumentWords words, AnnotatedText annotated, List<EntityMention> mentions) {
    this.words = words;
    this.annotated = annotated;
    List<EntityMention> sorted = new ArrayList<>(mentions);
    sorted.sort(Comparator.comparing(EntityMention::span));
    this.mentions = List.copyOf(sorted);
    this.named = SpanIndex.of(this.mentions, EntityMention::span);
    this.sentences = annotated.sentences().stream().map(Sentence::span).toList();
    this.placed = new HashSet<>(words.outlets().placed(annotated.text()));
    if (!placed.isEmpty()) {
      placed.removeAll(surnames());
      Set<String> catalogued = catalogued();
      placed.removeIf(catalogued::contains);
    }
    this.placedLengths =
        placed.stream().map(String::length).distinct().sorted(Comparator.reverseOrder()).toList();
  }

  /** The ends of persons' names: no outlet's name, where it stands for one of them. */
  private Set<String> surnames() {
    Set<String> surnames = new HashSet<>();
    for (EntityMention mention : mentions) {
      if (mention.type() == EntityType.PERSON) {
        String name = mention.name();
        for (int at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) {
          surnames.add(name.substring(at + 1));
        }
      }
    }
    return surnames;
  }

  /** What the text calls that which the catalogue knows, and as no outlet. */
  private Set<String> catalogued() {
    Set<String> catalogued = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (EntityMention mention : mentions) {
      if (mention.entityId() != null && mention.type() != EntityType.OUTLET) {
        catalogued.add(mention.text());
      }
    }
    return catalogued;
  }

  public String text() {
    return annotated.text();
  }

  /** In order of their spans. */
  public List<EntityMention> mentions() {
    return mentions;
  }

  /** Those of which a part lies in a span, in order of their spans. */
  public List<EntityMention> mentionsIn(Span span) {
    return named.overlapping(span, mentions);
  }

  /** Those that begin between two places, the second among them, in order of their spans. */
  public List<EntityMention> mentionsFrom(int first, int last) {
    int from = mentionsBefore(first);
    return mentions.subList(from, Math.max(from, mentionsBefore(last + 1)));
  }

  /** How many mentions begin before a place. */
  private int mentionsBefore(int place) {
    return Sorted.count(mentions.size(), i -> mentions.get(i).span().start() < place);
  }

  /** The sentences' spans, in order; none where the text has not been read that far. */
  public List<Span> sentences() {
    return sentences;
  }

  /** The index of the paragraph that holds a place; that of the nearest one before it otherwise. */
  public int paragraph(int at) {
    List<Span> paragraphs = annotated.paragraphs();
    return Math.max(0, Sorted.count(paragraphs.size(), i -> paragraphs.get(i).start() <= at) - 1);
  }

  /** From where on places belong to a paragraph; 0 for the first one and before it. */
  public int paragraphStart(int paragraph) {
    return paragraph <= 0 ? 0 : annotated.paragraphs().get(paragraph).start();
  }

  /** The first sentence that ends after a place; their number where none does. */
  private int endingAfter(int at) {
    return Sorted.count(sentences.size(), i -> sentences.get(i).end() <= at);
  }

  /** The sentence that holds a place, among those that have been read. */
  private @Nullable Sentence read(int at) {
    int index = endingAfter(at);
    return index < sentences.size() && sentences.get(index).start() <= at
        ? annotated.sentences().get(index)
        : null;
  }

  /** The sentence that holds a place. */
  public Span sentence(int at) {
    @Nullable Sentence read = read(at);
    if (read != null) {
      return read.span();
    }
    if (annotated.paragraphs().isEmpty()) {
      return new Span(0, text().length());
    }
    Span paragraph = annotated.paragraphs().get(paragraph(at));
    int start = paragraph.start();
    int end = Math.max(start, paragraph.end());
    Matcher matcher = SENTENCE_END.matcher(text()).region(start, end);
    while (matcher.find()) {
      if (matcher.end() > at) {
        return new Span(start, matcher.end());
      }
      start = matcher.end();
    }
    return new Span(start, end);
  }

  /** The nouns, with what belongs to them, that end before a place; null where none do. */
  public @Nullable Span nounsBefore(int at) {
    @Nullable Sentence sentence = read(at);
    if (sentence == null) {
      return null;
    }
    List<Token> tokens = sentence.tokens();
    int last = tokens.size() - 1;
    while (last >= 0 && tokens.get(last).span().end() > at) {
      last--;
    }
    if (last >= 0 && tokens.get(last).partOfSpeech().has(WordFeature.COMMA)) {
      last--;
    }
    int first = last + 1;
    while (first > 0 && isNominal(tokens.get(first - 1).partOfSpeech())) {
      first--;
      if (tokens.get(first).partOfSpeech().isDeterminer()) {
        break;
      }
    }
    boolean noun = first <= last && tokens.get(last).partOfSpeech().isNoun();
    return noun ? new Span(tokens.get(first).span().start(), tokens.get(last).span().end()) : null;
  }

  /** Whether a word belongs to the noun that follows it, or is it. */
  private static boolean isNominal(PartOfSpeech part) {
    return part.isNoun()
        || part.isAdjective()
        || part.isDeterminer()
        || part.is(WordClass.NUM)
        || part.isPersonalPossessive()
        || part.isPossessiveMark()
        || part.isPastParticiple()
        || part.has(WordFeature.DASH);
  }

  /** What begins after a phrase's head: "a witness from …", "the mayor, who …". */
  private static boolean isAfterHead(PartOfSpeech part) {
    return part.is(WordClass.ADP)
        || part.isRelativePronoun()
        || part.has(WordFeature.COMMA)
        || part.isParticiple()
        || part.isInfinitiveMark();
  }

  /**
   * Whether words mean one person who has no name there and whom the text need not have named: "a
   * witness from the town", "his lawyer", "the judge". Not so "officials" and "the report", nor
   * "the senator", by which texts call whom they have named.
   */
  public boolean isSomebody(Span phrase) {
    Head head = head(phrase);
    return head.noun() != null
        && isSomebody(
            head.noun(), head.named(), words.definite().matcher(phrase.of(text())).lookingAt());
  }

  /** Whether words mean one thing that is no person: "the office of the mayor", "a report". */
  public boolean isThing(Span phrase) {
    Head head = head(phrase);
    @Nullable Token noun = head.noun();
    return noun != null
        && !head.named()
        && (noun.partOfSpeech().isOneThing() || noun.partOfSpeech().isNameOfOne())
        && !words.persons().has(noun.text().toLowerCase(Locale.ROOT))
        && mentionsIn(noun.span()).stream().noneMatch(m -> m.type() == EntityType.PERSON);
  }

  /**
   * What a phrase is about.
   *
   * @param noun its head; null where it has no noun
   * @param named whether a person's name begins in it before that
   */
  private record Head(@Nullable Token noun, boolean named) {}

  private Head head(Span phrase) {
    @Nullable Token head = null;
    boolean named = false;
    for (int i = endingAfter(phrase.start());
        i < sentences.size() && sentences.get(i).start() < phrase.end();
        i++) {
      for (Token token : annotated.sentences().get(i).tokens()) {
        if (!phrase.contains(token.span())) {
          continue;
        }
        PartOfSpeech part = token.partOfSpeech();
        if (part.isNoun()) {
          head = token;
          named |= part.isNameOfOne() && words.beginsPersonsName(token.text());
        } else if (head != null && isAfterHead(part)) {
          return new Head(head, named);
        }
      }
    }
    return new Head(head, named);
  }

  private boolean isSomebody(Token head, boolean named, boolean definite) {
    if (head.partOfSpeech().isNameOfOne()) {
      return named && mentionsIn(head.span()).isEmpty();
    }
    String noun = head.text().toLowerCase(Locale.ROOT);
    return head.partOfSpeech().isOneThing()
        && words.persons().has(noun)
        && !(definite && words.ofNamedOnes().contains(noun));
  }

  /** The agency that a dateline credits the text to. */
  public Optional<Span> datelined() {
    return annotated.paragraphs().stream()
        .limit(DATELINE_PARAGRAPHS)
        .filter(paragraph -> paragraph.start() < paragraph.end())
        .flatMap(p -> Optional.ofNullable(words.outlets().credited(text(), p)).stream())
        .findFirst();
  }

  /** The outlet whose name begins at a place, with the words that say that it is one. */
  public @Nullable Span outletAt(int at, int end) {
    Matcher before = words.beforeOutlet().matcher(text()).region(at, end);
    int latest = before.lookingAt() ? before.end() : at;
    for (EntityMention mention : mentionsFrom(at, latest)) {
      if (mention.type() == EntityType.OUTLET && mention.span().end() <= end) {
        return mention.span();
      }
    }
    Span named = words.outlets().at(text(), at, end);
    return named == null ? placedAt(at, latest, end) : named;
  }

  private @Nullable Span placedAt(int at, int latest, int end) {
    for (int start = at; start <= latest; start++) {
      for (int length : placedLengths) {
        int stop = start + length;
        if (stop <= end
            && (stop == text().length() || !Character.isLetterOrDigit(text().charAt(stop)))
            && placed.contains(text().substring(start, stop))) {
          return new Span(start, stop);
        }
      }
    }
    return null;
  }

  /** A name at a place that only an outlet can have there: no person's, no country's. */
  public @Nullable Span nameAt(int at, int end) {
    return nameAt(at, end, false);
  }

  /**
   * The name of who publishes or broadcasts, at a place: a person's seldom, unless it begins with a
   * first name. Those who tell names apart know few outlets and take them for persons.
   */
  public @Nullable Span publisherAt(int at, int end) {
    return nameAt(at, end, true);
  }

  private @Nullable Span nameAt(int at, int end, boolean publisher) {
    Matcher name = words.name().matcher(text()).region(at, end);
    if (!name.lookingAt()) {
      return null;
    }
    Span span = new Span(name.start(1), name.end(1));
    for (EntityMention mention : mentionsIn(span)) {
      boolean unknown =
          publisher
              && mention.entityId() == null
              && words.firstNames().genderOf(span.of(text()).split(" ", -1)[0]).isEmpty();
      if (!unknown
          && mention.type() != EntityType.ORGANIZATION
          && mention.type() != EntityType.OTHER) {
        return null;
      }
    }
    return span;
  }

  /** A span, with all of the names of which it holds a part. */
  public Span whole(Span span) {
    Span whole = span;
    for (EntityMention mention : mentionsIn(span)) {
      if (mention.type() == EntityType.PERSON || mention.type() == EntityType.OUTLET) {
        whole =
            new Span(
                Math.min(whole.start(), mention.span().start()),
                Math.max(whole.end(), mention.span().end()));
      }
    }
    return whole;
  }

  /** Whether a source is an outlet, by the catalogue or by its words. */
  public boolean isOutlet(Span source) {
    return mentionsIn(source).stream().anyMatch(m -> m.type() == EntityType.OUTLET)
        || outletAt(source.start(), source.end()) != null;
  }
}

package org.hearsay.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.FirstNames;
import org.hearsay.language.PersonNouns;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** A text with its names, and the questions about them that the rules ask. */
final class Document {
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?][\"”’»)]*\\s+(?=[\"“‘«(]?\\p{Lu})");

  private static final Pattern BEFORE_OUTLET =
      Pattern.compile(
          "(?:[Tt]he |[Aa]n? )?(?:\\p{L}+ |\\p{Lu}\\p{L}+[’']s? )?"
              + "(?:(?:daily|weekly|newspaper|news agency|agency|broadcaster|channel|magazine|website"
              + "|outlet) )?");

  private static final Pattern NAME =
      Pattern.compile(
          "(?:the )?(?:(?:\\p{Ll}+ ){0,2}(?:daily|weekly|newspaper|news agency|agency|broadcaster|website|magazine) )?"
              + ("((?!" + OutletWords.DATE + ")")
              + "\\p{Lu}[\\p{L}\\p{N}&-]*(?: \\p{Lu}[\\p{L}\\p{N}&-]*){0,3})");

  private static final Pattern NOMINAL = Pattern.compile("NN.*|JJ.*|DT|CD|PRP\\$|POS|VBN|HYPH");

  /** By what texts call the persons whom they have named. */
  private static final Set<String> OF_NAMED_ONES =
      Set.of(
          "nominee",
          "candidate",
          "president",
          "senator",
          "governor",
          "businessman",
          "congressman",
          "congresswoman");

  private static final Set<String> FORMS_OF_ADDRESS =
      Set.of("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms");

  /** What begins after a phrase's head: "a witness from …", "the mayor, who …". */
  private static final Set<String> AFTER_HEAD = Set.of("IN", "WP", "WDT", ",", "VBG", "VBN", "TO");

  private final AnnotatedText annotated;
  private final List<EntityMention> mentions;
  private final List<Span> sentences;

  /** Names that no catalogue knows, of outlets by where they stand in the text. */
  private final Set<String> placed;

  Document(AnnotatedText annotated, List<EntityMention> mentions) {
    this.annotated = annotated;
    List<EntityMention> sorted = new ArrayList<>(mentions);
    sorted.sort(Comparator.comparing(EntityMention::span));
    this.mentions = List.copyOf(sorted);
    this.sentences = annotated.sentences().stream().map(Sentence::span).toList();
    this.placed =
        OutletWords.placed(annotated.text()).stream()
            .filter(name -> mentions.stream().noneMatch(m -> isElse(m, name)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a name is known, and as no outlet's: by the catalogue, or as a person's last name. */
  private static boolean isElse(EntityMention mention, String name) {
    boolean catalogued = mention.entityId() != null && mention.type() != EntityType.OUTLET;
    boolean surname = mention.type() == EntityType.PERSON && mention.name().endsWith(" " + name);
    return surname || (catalogued && mention.text().equalsIgnoreCase(name));
  }

  String text() {
    return annotated.text();
  }

  /** In order of their spans. */
  List<EntityMention> mentions() {
    return mentions;
  }

  List<EntityMention> mentionsIn(Span span) {
    return mentions.stream().filter(m -> m.span().overlaps(span)).toList();
  }

  /** The sentences' spans, in order; none where the text has not been read that far. */
  List<Span> sentences() {
    return sentences;
  }

  /** The index of the paragraph that holds a place; that of the nearest one before it otherwise. */
  int paragraph(int at) {
    int paragraph = 0;
    for (int i = 0; i < annotated.paragraphs().size(); i++) {
      if (annotated.paragraphs().get(i).start() <= at) {
        paragraph = i;
      }
    }
    return paragraph;
  }

  /** The sentence that holds a place. */
  Span sentence(int at) {
    for (Sentence sentence : annotated.sentences()) {
      if (sentence.span().start() <= at && at < sentence.span().end()) {
        return sentence.span();
      }
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
  @Nullable Span nounsBefore(int at) {
    for (Sentence sentence : annotated.sentences()) {
      if (sentence.span().start() <= at && at < sentence.span().end()) {
        List<Token> tokens = sentence.tokens();
        int last = tokens.size() - 1;
        while (last >= 0 && tokens.get(last).span().end() > at) {
          last--;
        }
        if (last >= 0 && tokens.get(last).tag().equals(",")) {
          last--;
        }
        int first = last + 1;
        while (first > 0 && NOMINAL.matcher(tokens.get(first - 1).tag()).matches()) {
          first--;
          if (tokens.get(first).tag().equals("DT")) {
            break;
          }
        }
        boolean noun = first <= last && tokens.get(last).tag().startsWith("NN");
        return noun
            ? new Span(tokens.get(first).span().start(), tokens.get(last).span().end())
            : null;
      }
    }
    return null;
  }

  /**
   * Whether words mean one person who has no name there and whom the text need not have named: "a
   * witness from the town", "his lawyer", "the judge". Not so "officials" and "the report", nor
   * "the senator", by which texts call whom they have named.
   */
  boolean isSomebody(Span words) {
    @Nullable Token head = null;
    boolean definite = words.of(text()).toLowerCase(Locale.ROOT).startsWith("the ");
    boolean named = false;
    for (Sentence sentence : annotated.sentences()) {
      for (Token token : sentence.tokens()) {
        if (!words.contains(token.span())) {
          continue;
        }
        if (token.tag().startsWith("NN")) {
          head = token;
          named |=
              token.tag().equals("NNP")
                  && (FORMS_OF_ADDRESS.contains(token.text())
                      || FirstNames.gender(token.text()).isPresent());
        } else if (head != null && AFTER_HEAD.contains(token.tag())) {
          return isSomebody(head, named, definite);
        }
      }
    }
    return head != null && isSomebody(head, named, definite);
  }

  private boolean isSomebody(Token head, boolean named, boolean definite) {
    if (head.tag().equals("NNP")) {
      return named && mentionsIn(head.span()).isEmpty();
    }
    String noun = head.text().toLowerCase(Locale.ROOT);
    return head.tag().equals("NN")
        && PersonNouns.contain(noun)
        && !(definite && OF_NAMED_ONES.contains(noun));
  }

  /** The outlet whose name begins at a place, with the words that say that it is one. */
  @Nullable Span outletAt(int at, int end) {
    Matcher before = BEFORE_OUTLET.matcher(text()).region(at, end);
    int latest = before.lookingAt() ? before.end() : at;
    for (EntityMention mention : mentions) {
      int start = mention.span().start();
      if (mention.type() == EntityType.OUTLET
          && start >= at
          && start <= latest
          && mention.span().end() <= end) {
        return mention.span();
      }
    }
    Span named = OutletWords.at(text(), at, end);
    return named == null ? placedAt(at, latest, end) : named;
  }

  private @Nullable Span placedAt(int at, int latest, int end) {
    for (String name : placed) {
      for (int start = at; start <= latest; start++) {
        int stop = start + name.length();
        if (stop <= end
            && text().startsWith(name, start)
            && (stop == text().length() || !Character.isLetterOrDigit(text().charAt(stop)))) {
          return new Span(start, stop);
        }
      }
    }
    return null;
  }

  /** A name at a place that only an outlet can have there: no person's, no country's. */
  @Nullable Span nameAt(int at, int end) {
    return nameAt(at, end, false);
  }

  /**
   * The name of who publishes or broadcasts, at a place: a person's seldom, unless it begins with a
   * first name. Those who tell names apart know few outlets and take them for persons.
   */
  @Nullable Span publisherAt(int at, int end) {
    return nameAt(at, end, true);
  }

  private @Nullable Span nameAt(int at, int end, boolean publisher) {
    Matcher name = NAME.matcher(text()).region(at, end);
    if (!name.lookingAt()) {
      return null;
    }
    Span span = new Span(name.start(1), name.end(1));
    for (EntityMention mention : mentionsIn(span)) {
      boolean unknown =
          publisher
              && mention.entityId() == null
              && FirstNames.gender(span.of(text()).split(" ", -1)[0]).isEmpty();
      if (!unknown
          && mention.type() != EntityType.ORGANIZATION
          && mention.type() != EntityType.OTHER) {
        return null;
      }
    }
    return span;
  }

  /** A span, with all of the names of which it holds a part. */
  Span whole(Span span) {
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
  boolean isOutlet(Span source) {
    return mentionsIn(source).stream().anyMatch(m -> m.type() == EntityType.OUTLET)
        || outletAt(source.start(), source.end()) != null;
  }
}

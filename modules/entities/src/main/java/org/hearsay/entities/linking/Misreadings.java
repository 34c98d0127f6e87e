package org.hearsay.entities.linking;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.names.FoundNames;
import org.hearsay.entities.people.FullNames;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.recognised.LongerNames;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.language.grammar.WordClass;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a matched name is a verb, a pronoun, or a part of somebody else's name: rule after
 * rule in the order of {@link #rules}.
 */
final class Misreadings {
  private static final int AFTER = 16;
  private static final int BEFORE = 12;
  private static final int LONGEST_SHOUTED = 3;

  private static final Pattern COMMA = Pattern.compile("^,\\s+(\\p{Lu}\\p{L}+)");
  private static final Pattern OPENS = Pattern.compile("(?s).*[;:.!?“„\"(]\\s?");
  private static final Pattern LETTER_AND_DOT = Pattern.compile("(?s).*\\p{L}\\.");

  private final Reading reading;
  private final String text;
  private final FullNames fullNames;
  private final LongerNames longerNames;
  private final LinkingWords words;
  private final List<Rule> rules =
      List.of(
          this::acronymIsWord,
          this::ordersToRepeat,
          this::isBroadcaster,
          this::opensSlavicSentence,
          this::isMoneyOrPartOfAcronym,
          this::isThingOfPlace,
          this::isTownOfState,
          this::endsName,
          this::isFirstName,
          this::isPartOfLongerName);

  /** A name where it stands. */
  private record Place(
      Sentence sentence, Span span, FoundNames found, String before, String after) {
    EntityType type() {
      return found.type();
    }

    boolean isPlace() {
      return type() == EntityType.PLACE || type() == EntityType.COUNTRY;
    }
  }

  private interface Rule {
    boolean misread(Place place);
  }

  Misreadings(Reading reading, FullNames fullNames, LongerNames longerNames, LinkingWords words) {
    this.reading = reading;
    this.text = reading.text();
    this.fullNames = fullNames;
    this.longerNames = longerNames;
    this.words = words;
  }

  /** Whether the names found at a span of a sentence stand there as something else. */
  boolean is(Sentence sentence, Span span, FoundNames found) {
    Place place =
        new Place(
            sentence,
            span,
            found,
            reading.before(span.start(), BEFORE),
            reading.after(span.end(), AFTER));
    return rules.stream().anyMatch(rule -> rule.misread(place));
  }

  /** "US" as a pronoun, "WHO" in a headline in capitals. */
  private boolean acronymIsWord(Place place) {
    if (place.found().size() > 1 || !place.found().first().words().get(0).allCapitals()) {
      return false;
    }
    List<Token> tokens = place.sentence().tokens();
    int at = Reading.token(place.sentence(), place.span().start());
    return (at < tokens.size() && isNoName(tokens.get(at).partOfSpeech()))
        || isShouted(place.sentence(), place.span());
  }

  private static boolean isNoName(PartOfSpeech part) {
    return part.isVerb() || part.isPersonal() || part.is(WordClass.INTJ);
  }

  /** "THE WHO": where all is in capitals, capitals do not tell an acronym from a word. */
  private static boolean isShouted(Sentence sentence, Span span) {
    if (span.length() > LONGEST_SHOUTED) {
      return false;
    }
    int others = 0;
    for (Token token : sentence.tokens()) {
      String word = token.text();
      if (word.length() > LONGEST_SHOUTED && Character.isLetter(word.charAt(0))) {
        if (!word.equals(word.toUpperCase(Locale.ROOT))) {
          return false;
        }
        others++;
      }
    }
    return others >= 1;
  }

  /** "RT this". */
  private boolean ordersToRepeat(Place place) {
    LinkingWords.Repeats repeats = words.repeats();
    return repeats.acronyms().contains(place.span().of(text))
        && (repeats.please().matcher(place.before()).find()
            || repeats.from().matcher(place.after()).find()
            || (repeats.after().matcher(place.after()).find()
                && repeats.before().matcher(place.before()).find()));
  }

  private boolean isBroadcaster(Place place) {
    return place.type() == EntityType.MISSION
        && words.repeats().broadcaster().matcher(place.after()).find();
  }

  /** "Danas" and "Vreme" begin Serbian sentences as words. */
  private boolean opensSlavicSentence(Place place) {
    return place.type() == EntityType.OUTLET
        && place.found().size() == 1
        && (place.sentence().span().start() == place.span().start()
            || OPENS.matcher(place.before()).matches())
        && reading.mayBeSlavic()
        && reading.mayBeSlavic(reading.word(place.span().start()));
  }

  /** "US$" is money, and the "E.C." of "S.E.C." no commission. */
  private boolean isMoneyOrPartOfAcronym(Place place) {
    return place.after().startsWith("$") || LETTER_AND_DOT.matcher(place.before()).matches();
  }

  /** "Brussels sprouts", "Washington Redskins". */
  private boolean isThingOfPlace(Place place) {
    @Nullable FoldedWord next = place.isPlace() ? reading.after(place.span()) : null;
    return next != null && words.places().notThePlace().contains(next.text());
  }

  /** "Moscow, Idaho"; but "Ohio, Florida" are two states. */
  private boolean isTownOfState(Place place) {
    if (place.type() != EntityType.PLACE || isState(place.span().of(text))) {
      return false;
    }
    Matcher comma = COMMA.matcher(place.after());
    return comma.find() && isState(comma.group(1));
  }

  private boolean isState(String name) {
    return words.places().states().contains(name.toLowerCase(Locale.ROOT));
  }

  /** "Trending Today USA" is somebody's name. */
  private boolean endsName(Place place) {
    return place.isPlace()
        && longerNames.endsBodies(place.span().of(text))
        && followsName(place.sentence(), place.span());
  }

  /** Whether a capitalised word that is no title of its own stands right before. */
  private boolean followsName(Sentence sentence, Span span) {
    List<FoldedWord> before = reading.before(span, 1);
    return !before.isEmpty()
        && before.get(0).capitalised()
        && !before.get(0).allCapitals()
        && before.get(0).span().start() > sentence.span().start();
  }

  /** "Milan" after Milan Testovic, but not "in Milan". */
  private boolean isFirstName(Place place) {
    return place.isPlace()
        && place.found().size() == 1
        && fullNames.isFirstName(place.span())
        && !words.places().in().matcher(place.before()).find();
  }

  private boolean isPartOfLongerName(Place place) {
    return longerNames.hasPart(place.span(), place.found());
  }
}

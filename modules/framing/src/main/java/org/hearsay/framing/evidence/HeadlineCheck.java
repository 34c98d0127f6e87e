package org.hearsay.framing.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.Claim;
import org.hearsay.framing.Evidence;
import org.hearsay.framing.Voice;
import org.hearsay.framing.Voices;
import org.hearsay.framing.evidence.Units.Unit;
import org.hearsay.framing.terms.Category;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.language.grammar.WordClass;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** What a title says that the body does not, or leaves to somebody else. */
public final class HeadlineCheck {
  private static final Set<Category> STRONG =
      Set.of(Category.LOADED, Category.LABEL, Category.BOOSTER);
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*\\d|\\d");

  private static final double UNSAID = .6;
  private static final double OTHERS_WORD = .5;
  private static final double OTHERS_CLAIM = .7;
  private static final double OTHER_NUMBER = .5;
  private static final double SHARED = .6;
  private static final double CLEARLY_MORE = .2;
  private static final int FEWEST_WORDS = 4;

  private final Grammar grammar;
  private final String body;
  private final TextParts text;
  private final List<Claim> claims;
  private final Voices voices;
  private final Map<String, Boolean> ownByWord = new HashMap<>();

  /** Checks titles against a body, its claims and the voices that it is in. */
  public HeadlineCheck(
      Grammar grammar, String body, TextParts text, List<Claim> claims, Voices voices) {
    this.grammar = grammar;
    this.body = body;
    this.text = text;
    this.claims = claims;
    this.voices = voices;
    for (Units units : text.sentences()) {
      for (Unit unit : units.all()) {
        boolean own = voices.at(unit.span().start()) == Voice.OUTLET;
        ownByWord.merge(unit.text(), own, Boolean::logicalOr);
        ownByWord.merge(unit.lemma(), own, Boolean::logicalOr);
      }
    }
  }

  /** What a title shows beyond its words, given the evidence that its words are. */
  public List<Evidence> check(String title, List<Units> parts, List<Evidence> words) {
    List<Evidence> out = new ArrayList<>();
    for (Evidence word : words) {
      if (STRONG.contains(word.category()) && word.voice() == Voice.OUTLET) {
        checkWord(word, parts, out);
      }
    }
    checkNumbers(title, out);
    @Nullable Evidence claim = othersClaim(title, parts);
    if (claim != null) {
      out.add(claim);
    }
    return out;
  }

  private void checkWord(Evidence word, List<Units> parts, List<Evidence> into) {
    boolean said = true;
    boolean own = true;
    for (Units units : parts) {
      for (Unit unit : units.all()) {
        if (word.span().contains(unit.span())) {
          @Nullable Boolean byText = ownByWord.get(unit.text());
          @Nullable Boolean byLemma = ownByWord.get(unit.lemma());
          said &= byText != null || byLemma != null;
          own &= Boolean.TRUE.equals(byText) || Boolean.TRUE.equals(byLemma);
        }
      }
    }
    if (!said) {
      into.add(
          headline(word.span(), word.text(), UNSAID, "a strong word that the body never uses"));
    } else if (!own) {
      into.add(
          headline(
              word.span(),
              word.text(),
              OTHERS_WORD,
              "the outlet's own word here; in the body it is somebody else's"));
    }
  }

  private void checkNumbers(String title, List<Evidence> into) {
    Matcher number = NUMBER.matcher(title);
    @Nullable String given = null;
    while (number.find()) {
      String digits = digits(number.group());
      // Small numbers are often spelt out in the body.
      given = given == null ? digits(body) : given;
      if (digits.length() > 1 && !given.contains(digits)) {
        into.add(
            headline(
                new Span(number.start(), number.end()),
                number.group(),
                OTHER_NUMBER,
                "a number that the body does not give"));
      }
    }
  }

  private static String digits(String text) {
    return text.replaceAll("(?<=\\d)[,.](?=\\d)", "");
  }

  /** A claim of somebody's that the title gives as a fact. */
  private @Nullable Evidence othersClaim(String title, List<Units> parts) {
    Set<String> said = new HashSet<>();
    for (Units units : parts) {
      said.addAll(contentWords(units, null));
    }
    if (said.size() < FEWEST_WORDS || grammar.attributed.matcher(title).find()) {
      return null;
    }
    double own = 0;
    for (Units units : text.sentences()) {
      Set<String> words = new HashSet<>();
      for (Unit unit : units.all()) {
        if (isContent(unit) && voices.at(unit.span().start()) == Voice.OUTLET) {
          words.add(unit.lemma());
        }
      }
      own = Math.max(own, shared(said, words));
    }
    double most = 0;
    @Nullable Claim best = null;
    for (Claim claim : claims) {
      if (claim.source().isEmpty() || claim.within() >= 0) {
        continue;
      }
      Set<String> words = new HashSet<>();
      Set<String> source = new HashSet<>();
      for (Units units : text.sentences(claim)) {
        for (Span content : claim.content()) {
          words.addAll(contentWords(units, content));
        }
        for (Span span : claim.source()) {
          source.addAll(contentWords(units, span));
        }
      }
      // A title that names the source says whose words they are.
      boolean named = source.stream().anyMatch(said::contains);
      double share = shared(said, words);
      if (!named && share > most) {
        most = share;
        best = claim;
      }
    }
    if (best == null || most < SHARED || most < own + CLEARLY_MORE) {
      return null;
    }
    String source = best.source().get(0).of(body);
    return headline(
        new Span(0, title.length()),
        title,
        OTHERS_CLAIM,
        "given as a fact; the body has it from " + source);
  }

  private static double shared(Set<String> said, Set<String> words) {
    return (double) said.stream().filter(words::contains).count() / said.size();
  }

  private Set<String> contentWords(Units units, @Nullable Span within) {
    Set<String> words = new HashSet<>();
    if (within != null && !units.sentence().span().overlaps(within)) {
      return words;
    }
    for (Unit unit : units.all()) {
      if (isContent(unit) && (within == null || within.contains(unit.span()))) {
        words.add(unit.lemma());
      }
    }
    return words;
  }

  private boolean isContent(Unit unit) {
    PartOfSpeech part = unit.partOfSpeech();
    return unit.isWord()
        && !grammar.isAuxiliary(unit)
        && (part.isNoun() || part.isVerb() || part.isAdjective() || part.is(WordClass.NUM));
  }

  private static Evidence headline(Span span, String text, double weight, String reason) {
    return new Evidence(span, text, Category.HEADLINE, Voice.OUTLET, weight, false, reason);
  }
}

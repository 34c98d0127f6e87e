package org.hearsay.coverage.sameness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.hearsay.text.Fold;
import org.hearsay.text.SpellingFold;

/** Reads the content of a claim, once, into the parts of a {@link Wording}, which takes them. */
final class WordingReader {
  private final SamenessLanguage language;
  private final Quantities quantities;
  final String text;
  final boolean denied;
  final Set<String> numbers;
  final List<String> words = new ArrayList<>();
  final Set<String> stems = new LinkedHashSet<>();
  final Set<String> allStems = new LinkedHashSet<>();
  final Set<String> times = new TreeSet<>();
  final Set<String> names = new TreeSet<>();
  final Set<String> folded = new TreeSet<>();
  int negations;

  /**
   * A word, a number or a sign of the content.
   *
   * @param written as it stands there
   * @param named whether it begins with a capital where no sentence begins, or is an acronym
   */
  private record Token(String written, boolean named) {}

  WordingReader(String content, boolean denied, SamenessLanguage language) {
    this.language = language;
    this.quantities = new Quantities(language);
    this.denied = denied;
    this.text = trimmed(content);
    List<Token> tokens = tokens();
    this.numbers = quantities.in(tokens.stream().map(Token::written).toList());
    this.negations = denied ? 1 : 0;
    tokens.forEach(this::take);
  }

  /** Without marks around it and the "that" before it, apostrophes and white space as one. */
  private String trimmed(String content) {
    String straight = content.replaceAll("[’‘ʼ]", "'").replaceAll("[\\s\\u00a0]+", " ");
    String bare = straight.strip().replaceFirst("^[\\p{Punct}“”‘’«»\\s]+", "");
    bare = bare.replaceFirst("(?:[\\p{Punct}&&[^%)]]|[“”‘’«»\\s])+$", "");
    String that = language.beforeContent() + " ";
    return bare.regionMatches(true, 0, that, 0, that.length())
        ? bare.substring(that.length()).strip()
        : bare;
  }

  private List<Token> tokens() {
    List<Token> out = new ArrayList<>();
    Matcher found = language.token().matcher(text);
    while (found.find()) {
      // A sentence inside the content begins with a capital, too.
      boolean begins = found.start() == 0 || ".!?“\"".indexOf(before(found.start())) >= 0;
      String token = found.group();
      boolean acronym = token.length() > 1 && token.equals(token.toUpperCase(Locale.ROOT));
      boolean named = Character.isUpperCase(token.charAt(0)) && (!begins || acronym);
      for (String part : split(token)) {
        // Letters that stand for a mark alone, as those of old Arabic fonts, are no word.
        if (!Fold.name(part).isEmpty()) {
          out.add(new Token(part, named));
        }
      }
    }
    return out;
  }

  private char before(int at) {
    int i = at - 1;
    while (i > 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 ? '.' : text.charAt(i);
  }

  private List<String> split(String token) {
    String straight = token.replace('’', '\'').replaceAll("^'+|'+$", "");
    if (straight.isEmpty()) {
      return List.of();
    }
    String lower = straight.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> no : language.negativeEndings().entrySet()) {
      if (lower.endsWith(no.getKey())) {
        String verb = straight.substring(0, straight.length() - no.getKey().length());
        return verb.isEmpty() ? List.of(no.getValue()) : List.of(verb, no.getValue());
      }
    }
    int mark = straight.indexOf('\'');
    return mark > 0 ? List.of(straight.substring(0, mark)) : List.of(straight);
  }

  private void take(Token token) {
    String lower = token.written.toLowerCase(Locale.ROOT);
    boolean month = quantities.isMonth(token.written);
    boolean filler = language.fillers().contains(lower);
    boolean negator = language.negators().contains(lower);
    String stem = language.stems().of(token.written);
    String spelling = SpellingFold.fold(token.written);
    words.add(Fold.name(token.written));
    allStems.add(stem);
    folded.add(spelling);
    negations += negator ? 1 : 0;
    if (month || language.days().contains(lower)) {
      times.add(lower);
    } else if (token.named && !filler) {
      names.add(spelling);
    }
    boolean telling = (!filler || month) && !negator;
    if (telling && Character.isLetter(lower.charAt(0)) && !quantities.isNumber(lower)) {
      stems.add(stem);
    }
  }
}

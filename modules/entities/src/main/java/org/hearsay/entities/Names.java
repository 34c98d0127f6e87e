package org.hearsay.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.language.FirstNames;
import org.hearsay.language.NamedEntity;
import org.hearsay.language.Sentence;
import org.hearsay.text.Fold;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The names that the recogniser found in an article, clustered: a surname is the person that the
 * article names in full, an acronym what it is introduced for in brackets.
 */
final class Names {
  static final Set<String> TITLES =
      Set.of(
          "president",
          "minister",
          "prime",
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "prof",
          "professor",
          "general",
          "gen",
          "col",
          "colonel",
          "capt",
          "captain",
          "sgt",
          "lt",
          "maj",
          "chancellor",
          "secretary",
          "senator",
          "sen",
          "rep",
          "gov",
          "governor",
          "premier",
          "king",
          "queen",
          "pope",
          "sir",
          "lord",
          "lady",
          "judge",
          "justice",
          "rev",
          "congressman",
          "congresswoman",
          "ambassador",
          "mayor",
          "commissioner",
          "chairman",
          "speaker",
          "sheikh",
          "ayatollah",
          "patriarch",
          "bishop");

  private static final Set<String> AFTER = Set.of("s", "jr", "sr", "ii", "iii", "iv");
  private static final Pattern BRACKETED =
      Pattern.compile("\\(\\s?[“\"]?(\\p{Lu}[\\p{L}&-]{0,8}\\p{Lu}[\\p{Ll}]?)[”\"]?\\s?\\)");
  private static final Pattern BRACKETED_NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(\\p{Lu}{2,9})\\s+\\(((?:\\p{Lu}[\\p{L}-]+)(?:\\s+[\\p{L}-]+){1,8})\\)");
  private static final Set<String> NOT_FIRST =
      Set.of(
          "republican",
          "democrat",
          "democratic",
          "leader",
          "incumbent",
          "tycoon",
          "comrade",
          "conservative",
          "liberal",
          "king",
          "meanwhile",
          "today",
          "yesterday",
          "will",
          "may");
  private static final Set<String> OTHER_PLACE =
      Set.of(
          "new", "south", "north", "east", "west", "san", "saint", "st", "fort", "port", "mount",
          "lake", "upper", "lower", "greater", "little", "el", "la", "los", "las");
  private static final int LONGEST_DEFINITION = 120;

  /** What papers are called by the last word of their name. */
  private static final Set<String> PAPERS =
      Set.of(
          "ledger",
          "courier",
          "times",
          "post",
          "herald",
          "journal",
          "tribune",
          "gazette",
          "telegraph",
          "chronicle",
          "observer",
          "news",
          "dispatch",
          "review",
          "wire");

  /** "Richard M. Nixon". */
  private static final Pattern MIDDLE_INITIAL = Pattern.compile("(?<=\\p{L})\\s+\\p{Lu}\\.?\\s+");

  /** What an outlet's longer name may go on with: "Fox News Channel", "BBC Radio". */
  private static final Set<String> OF_OUTLETS =
      Set.of(
          "news",
          "channel",
          "tv",
          "television",
          "radio",
          "magazine",
          "newspaper",
          "online",
          "world",
          "international",
          "agency",
          "wire",
          "business",
          "sport",
          "sports",
          "english",
          "america",
          "europe",
          "balkans",
          "service",
          "weekly",
          "daily",
          "sunday",
          "saturday",
          "network",
          "report",
          "reports",
          "post",
          "times",
          "journal",
          "media");

  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "for", "in", "on", "to", "de", "des", "du", "za", "i", "a");

  private final Reading reading;
  private final String text;
  private final Catalogue catalogue;

  /** The full names that the article gives for a surname, in its order. */
  private final Map<String, List<Full>> fullNames = new HashMap<>();

  /**
   * A person's full name.
   *
   * @param at where it begins
   * @param entity the one whom the catalogue knows by it, or null
   */
  private record Full(int at, String name, @Nullable Entity entity) {}

  Names(Reading reading, Catalogue catalogue) {
    this.reading = reading;
    this.text = reading.text();
    this.catalogue = catalogue;
    for (NamedEntity name : reading.names()) {
      List<Words.Word> words = words(name);
      if (name.type().equals("PERSON") && words.size() > 1) {
        int last = words.size() - 1;
        while (last > 1 && AFTER.contains(words.get(last).folded())) {
          last--;
        }
        String full = between(words.get(0), words.get(words.size() - 1));
        fullNames
            .computeIfAbsent(words.get(last).folded(), key -> new ArrayList<>(1))
            .add(new Full(name.span().start(), full, known(full)));
      }
    }
  }

  private String between(Words.Word first, Words.Word last) {
    return text.substring(first.span().start(), last.span().end()).replaceAll("\\s+", " ");
  }

  /** A recognised name's words, without titles before and a possessive after. */
  private List<Words.Word> words(NamedEntity name) {
    List<Words.Word> words = new ArrayList<>(Words.of(text, name.span()));
    while (words.size() > 1 && TITLES.contains(words.get(0).folded())) {
      words.remove(0);
    }
    if (words.size() > 1 && words.get(words.size() - 1).folded().equals("s")) {
      words.remove(words.size() - 1);
    }
    return words;
  }

  /** The person whom the catalogue knows by a full name, with or without a middle initial. */
  private @Nullable Entity known(String full) {
    @Nullable Entity known = exactly(full);
    if (known != null) {
      return known;
    }
    String shorter = MIDDLE_INITIAL.matcher(full).replaceFirst(" ");
    return shorter.equals(full) ? null : exactly(shorter);
  }

  private @Nullable Entity exactly(String full) {
    List<Words.Word> words = Words.of(full);
    if (words.isEmpty()) {
      return null;
    }
    NameIndex.@Nullable Found found = catalogue.names().longest(full, words, 0);
    if (found == null || found.size() != words.size() || found.names().size() != 1) {
      return null;
    }
    Entity owner = found.names().get(0).owner();
    return owner.type() == EntityType.PERSON ? owner : null;
  }

  /** Whether a word is the first name of somebody whom the article names in full elsewhere. */
  boolean isFirstName(Span span) {
    List<Words.Word> words = Words.of(text, span);
    return words.size() == 1 && beginningWith(words.get(0).folded()) != null;
  }

  /**
   * The full name that a surname at a place is short for: of those that go with the title before
   * it, the one that stands most often before it, the nearest of equals; else the first after it.
   */
  private @Nullable Full full(String surname, int at) {
    List<Full> all = fullNames.getOrDefault(surname, List.of());
    if (all.isEmpty()) {
      return null;
    }
    List<Words.Word> before = reading.before(new Span(at, at), 1);
    String pronoun =
        switch (before.isEmpty() ? "" : before.get(0).folded()) {
          case "mrs", "ms", "miss" -> "she";
          case "mr" -> "he";
          default -> "";
        };
    Map<String, Integer> counts = new HashMap<>();
    @Nullable Full best = null;
    int most = 0;
    for (Full candidate : all) {
      if (!FirstNames.mayBe(pronoun, candidate.name())) {
        continue;
      }
      if (best == null) {
        best = candidate;
      }
      if (candidate.at() <= at) {
        int count =
            counts.merge(
                candidate.name(),
                1 + (counts.containsKey(candidate.name()) ? 0 : said(candidate, at)),
                Integer::sum);
        if (count >= most) {
          most = count;
          best = candidate;
        }
      }
    }
    return best;
  }

  /**
   * Whether a surname that alone names a person is that one's, though the article gives the full
   * name of a relative: by a title, or since the relative was not named yet or less often.
   */
  private boolean isRather(Entity person, Full relative, int at) {
    Words.Word surname = reading.words().get(reading.word(at));
    boolean known =
        person.aliases().stream().anyMatch(alias -> Fold.name(alias).equals(surname.folded()));
    if (!known || person.id().equals(relative.entity() == null ? "" : relative.entity().id())) {
      return false;
    }
    List<Words.Word> before = reading.before(new Span(at, at), 1);
    String title = before.isEmpty() ? "" : before.get(0).folded();
    if (TITLES.contains(title) && catalogue.held(person.id()).contains(title)) {
      return true;
    }
    // A relative whom such a title does not fit is no candidate any more.
    boolean wrong =
        switch (title) {
          case "mrs", "ms", "miss" -> true;
          case "mr" -> !FirstNames.mayBe("he", person.name());
          default -> false;
        };
    return !wrong
        && (relative.at() > at
            || said(new Full(at, person.name(), person), at) >= said(relative, at) + 1);
  }

  /** How often a person was called by the surname alone before a place. */
  private int said(Full person, int at) {
    int said = 0;
    for (EntityMention mention : reading.mentions()) {
      boolean same =
          person.entity() == null
              ? person.name().equals(mention.name())
              : person.entity().id().equals(mention.entityId());
      if (same && mention.span().end() <= at && mention.text().indexOf(' ') < 0) {
        said++;
      }
    }
    return said;
  }

  /** Whether a surname alone may be this person's: the article names no one else by it. */
  boolean isSurname(Span span, Entity person) {
    List<Words.Word> words = Words.of(text, span);
    String surname = words.isEmpty() ? "" : words.get(words.size() - 1).folded();
    @Nullable Full full = full(surname, span.start());
    if (full != null && full.entity() != null && isRather(person, full, span.start())) {
      return true;
    }
    // The article may give the full name of another only: "Mrs Clinton" is not her husband.
    boolean others = full == null && fullNames.containsKey(surname);
    return !others
        && (full == null || (full.entity() != null && full.entity().id().equals(person.id())));
  }

  /** Whether a catalogued name is a part of a longer name that the recogniser found. */
  boolean belongsToAnother(Span span, NameIndex.Found found) {
    EntityType type = found.names().get(0).owner().type();
    if (found.size() == 1 && followsFirstName(span, found)) {
      return true;
    }
    if (found.size() == 1 && type == EntityType.OUTLET && isSomeonesSurname(span)) {
      return true;
    }
    for (NamedEntity other : reading.names()) {
      if (!other.span().overlaps(span)) {
        continue;
      }
      List<Words.Word> full = words(other);
      boolean longer =
          full.size() > found.size()
              && full.get(0).span().start() <= span.start()
              && full.get(full.size() - 1).span().end() >= span.end();
      if (!longer) {
        continue;
      }
      if (other.type().equals("PERSON")) {
        boolean another =
            switch (type) {
              case PERSON -> isNamesake(full, span, found.size());
              case PLACE, COUNTRY, OUTLET, NATIONALITY -> !partOfTitle(full, span);
              default -> false;
            };
        if (another) {
          return true;
        }
      } else if (type == EntityType.PERSON && found.size() == 1) {
        // "Trump Tower" is not the man.
        return true;
      } else if (other.type().equals("ORGANIZATION") && isPartOfBody(full, span, type)) {
        return true;
      } else if (other.type().equals("ORGANIZATION") && isPartOfFirm(full, span, type)) {
        return true;
      } else if (other.type().equals("LOCATION")
          && (type == EntityType.COUNTRY || type == EntityType.PLACE)
          && OTHER_PLACE.contains(full.get(0).folded())
          && full.get(0).span().start() < span.start()) {
        // "New Mexico" and "South Sudan" are countries of their own.
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a name within a body's is not what the body is of: "Mine Workers of America",
   * "Priorities USA", "European Council on Foreign Relations".
   */
  private boolean isPartOfBody(List<Words.Word> full, Span span, EntityType type) {
    Words.Word last = full.get(full.size() - 1);
    if (type == EntityType.COUNTRY) {
      String name = span.of(text);
      return full.get(0).span().start() < span.start()
          && (name.equals("USA") || (name.equals("America") && last.span().end() == span.end()));
    }
    if (type != EntityType.ORGANIZATION || full.get(0).span().start() != span.start()) {
      return false;
    }
    for (int i = 0; i + 1 < full.size(); i++) {
      if (full.get(i).span().start() > span.end()) {
        return Set.of("on", "for", "of").contains(full.get(i).folded())
            && full.get(i + 1).capitalised();
      }
    }
    return false;
  }

  /** "Zoran Blic" was named, so that "Blic" may be him. */
  private boolean isSomeonesSurname(Span span) {
    List<Words.Word> words = Words.of(text, span);
    return words.size() == 1
        && fullNames.getOrDefault(words.get(0).folded(), List.of()).stream()
            .anyMatch(full -> full.at() < span.start());
  }

  /** Whether a firm's name begins with an outlet's and goes on as no outlet's does. */
  private boolean isPartOfFirm(List<Words.Word> full, Span span, EntityType type) {
    // "VOA Eurasian division" and "Washington Post reporters" are the outlets'.
    boolean first = full.get(0).span().equals(span) && !full.get(0).allCapitals();
    if (type != EntityType.OUTLET || !first || full.size() < 2) {
      return false;
    }
    Words.Word next = full.get(1);
    return text.substring(span.end(), next.span().start()).isBlank()
        && next.capitalised()
        && !OF_OUTLETS.contains(next.folded());
  }

  /** Whether the word before makes a name of one word somebody else's: "Keron Blair". */
  private boolean followsFirstName(Span span, NameIndex.Found found) {
    List<Words.Word> before = reading.before(span, 1);
    if (before.isEmpty()) {
      return false;
    }
    Words.Word first = before.get(0);
    String surname = found.names().get(0).words().get(0).folded();
    Entity owner = found.names().get(0).owner();
    for (Full full : fullNames.getOrDefault(surname, List.of())) {
      List<Words.Word> words = Words.of(full.name());
      boolean same =
          words.size() > 1 && words.get(words.size() - 2).folded().equals(first.folded());
      if (same && (full.entity() == null || !full.entity().id().equals(owner.id()))) {
        return true;
      }
    }
    boolean named =
        Words.of(owner.name()).stream().anyMatch(w -> w.folded().equals(first.folded()));
    if (owner.type() != EntityType.PERSON || named || !isFirstName(first, span)) {
      return false;
    }
    String full = first.text() + " " + span.of(text);
    fullNames
        .computeIfAbsent(surname, key -> new ArrayList<>(1))
        .add(new Full(first.span().start(), full, null));
    return true;
  }

  /**
   * Whether a word before a surname is a first name: by the list of those, or, where the recogniser
   * saw no name at all, by its capital in a sentence that has small letters besides.
   */
  private boolean isFirstName(Words.Word first, Span surname) {
    if (!first.capitalised() || first.allCapitals() || NOT_FIRST.contains(first.folded())) {
      return false;
    }
    if (TITLES.contains(first.folded())
        || Nominals.ROLES.contains(first.folded())
        || catalogue.names().longest(text, List.of(first), 0) != null) {
      return false;
    }
    if (FirstNames.gender(first.text()).isPresent()) {
      return true;
    }
    @Nullable Sentence sentence = reading.sentence(first.span().start());
    if (sentence == null || reading.names().stream().anyMatch(n -> n.span().overlaps(surname))) {
      return false;
    }
    int at = Reading.token(sentence, first.span().start());
    boolean name =
        at < sentence.tokens().size() && sentence.tokens().get(at).tag().startsWith("NNP");
    long small =
        sentence.tokens().stream()
            .filter(t -> t.text().length() > 3 && Character.isLowerCase(t.text().charAt(0)))
            .count();
    return name && small >= 2;
  }

  /** Whether a person's recognised name says that the catalogued part of it is somebody else's. */
  private boolean isNamesake(List<Words.Word> full, Span span, int size) {
    int first = 0;
    while (full.get(first).span().end() <= span.start()) {
      first++;
    }
    int next = first + size;
    if (next < full.size() && AFTER.contains(full.get(next).folded())) {
      return true;
    }
    if (size > 1) {
      return false;
    }
    if (first == 0) {
      return true;
    }
    Words.Word before = full.get(first - 1);
    return !TITLES.contains(before.folded())
        && catalogue.names().longest(text, List.of(before), 0) == null;
  }

  /** "Kosovo Prime Minister Kurti": what stands before a title is no part of the name. */
  private static boolean partOfTitle(List<Words.Word> full, Span span) {
    for (Words.Word word : full) {
      if (word.span().start() >= span.end() && TITLES.contains(word.folded())) {
        return true;
      }
    }
    return false;
  }

  /** Acronyms that the article introduces in brackets after the name, or the other way round. */
  void acronyms() {
    Matcher matcher = BRACKETED.matcher(text);
    Set<String> seen = new HashSet<>();
    while (matcher.find()) {
      String acronym = matcher.group(1);
      Span inner = new Span(matcher.start(1), matcher.end(1));
      if (!reading.free(inner) || !seen.add(acronym)) {
        continue;
      }
      @Nullable EntityMention definer = definer(matcher.start(), acronym);
      if (definer != null) {
        introduce(acronym, definer);
      }
    }
    matcher = BRACKETED_NAME.matcher(text);
    while (matcher.find()) {
      Span inner = new Span(matcher.start(2), matcher.end(2));
      String acronym = matcher.group(1);
      if (reading.free(inner)
          && reading.free(new Span(matcher.start(1), matcher.end(1)))
          && initials(matcher.group(2)).equals(acronym)
          && seen.add(acronym)) {
        String name = matcher.group(2).replaceAll("\\s+", " ");
        introduce(
            acronym,
            new EntityMention(inner, inner.of(text), EntityType.ORGANIZATION, null, name, 0.8));
      }
    }
  }

  private static String initials(String name) {
    StringBuilder out = new StringBuilder();
    for (Words.Word word : Words.of(name)) {
      if (word.capitalised()) {
        out.append(word.text().charAt(0));
      }
    }
    return out.toString();
  }

  private void introduce(String acronym, EntityMention definer) {
    if (reading.free(definer.span())) {
      reading.add(definer);
    } else if (definer.entityId() == null && isBody(definer.span())) {
      reading.addLoose(definer);
    }
    Matcher use =
        Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(acronym) + "(?![\\p{L}\\p{N}])")
            .matcher(text);
    while (use.find()) {
      Span span = new Span(use.start(), use.end());
      if (reading.free(span)) {
        reading.add(
            new EntityMention(
                span, acronym, definer.type(), definer.entityId(), definer.name(), 0.85));
      }
    }
  }

  private @Nullable EntityMention definer(int bracket, String acronym) {
    int end = bracket;
    while (end > 0
        && (Character.isWhitespace(text.charAt(end - 1))
            || "\"”’'".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    for (EntityMention mention : reading.mentions()) {
      if (mention.span().end() == end
          && mention.type() != EntityType.PERSON
          && mention.type() != EntityType.TITLE
          && mention.span().length() > acronym.length()
          && mention.text().indexOf(' ') > 0) {
        return mention;
      }
    }
    List<Words.Word> words = Words.of(text, new Span(Math.max(0, end - LONGEST_DEFINITION), end));
    String letters = acronym.replaceAll("[^\\p{Lu}]", "");
    int letter = letters.length() - 1;
    for (int i = words.size() - 1; i >= 0 && letter >= 0; i--) {
      Words.Word word = words.get(i);
      char wanted = letters.charAt(letter);
      boolean starts = Character.toUpperCase(word.text().charAt(0)) == wanted;
      if (!word.capitalised() && !(starts && !SMALL.contains(word.folded()))) {
        if (!SMALL.contains(word.folded())) {
          return null;
        }
        continue;
      }
      if (!starts) {
        return null;
      }
      if (letter == 0) {
        Span span = new Span(word.span().start(), end);
        String name = span.of(text).replaceAll("\\s+", " ");
        return word.capitalised()
            ? new EntityMention(span, span.of(text), EntityType.ORGANIZATION, null, name, 0.8)
            : null;
      }
      letter--;
    }
    return null;
  }

  /** Adds the recognised names that the catalogue did not give. */
  void recognised() {
    for (NamedEntity name : reading.names()) {
      recognised(name);
    }
    surnames();
  }

  /** Surnames that the recogniser missed of those whom the article has named in full. */
  private void surnames() {
    List<Words.Word> words = reading.words();
    for (int i = 0; i < words.size(); i++) {
      Words.Word word = words.get(i);
      boolean maybe =
          word.capitalised()
              && fullNames.containsKey(word.folded())
              && reading.free(word.span())
              && !EnglishWords.isWord(word.folded());
      if (!maybe || isBesideName(i)) {
        continue;
      }
      @Nullable Sentence sentence = reading.sentence(word.span().start());
      @Nullable Full full = full(word.folded(), word.span().start());
      int at = sentence == null ? 0 : Reading.token(sentence, word.span().start());
      boolean proper =
          sentence != null
              && at < sentence.tokens().size()
              && sentence.tokens().get(at).tag().equals("NNP");
      if (full != null && full.at() < word.span().start() && proper) {
        add(word.span(), full.name(), EntityType.PERSON, full.entity(), 0.7);
      }
    }
  }

  /** Whether a capitalised word that is no title stands right before or after: "Lind Street". */
  private boolean isBesideName(int at) {
    List<Words.Word> words = reading.words();
    Words.Word word = words.get(at);
    List<Words.Word> before = reading.before(word.span(), 1);
    Words.@Nullable Word after = reading.after(word.span());
    boolean part = before.stream().anyMatch(w -> w.capitalised() && !isTitle(w));
    return part || (after != null && after.capitalised());
  }

  private boolean isTitle(Words.Word word) {
    @Nullable Sentence sentence = reading.sentence(word.span().start());
    boolean opens = sentence != null && sentence.span().start() == word.span().start();
    return opens || TITLES.contains(word.folded()) || Nominals.ROLES.contains(word.folded());
  }

  private void recognised(NamedEntity named) {
    List<Words.Word> words = words(named);
    if (words.isEmpty()) {
      return;
    }
    Span span = new Span(words.get(0).span().start(), words.get(words.size() - 1).span().end());
    EntityType type =
        switch (named.type()) {
          case "PERSON" -> isBodys(words) ? EntityType.ORGANIZATION : EntityType.PERSON;
          case "ORGANIZATION" -> EntityType.ORGANIZATION;
          case "LOCATION" -> EntityType.PLACE;
          default -> EntityType.OTHER;
        };
    if (!reading.free(span)
        && !(type == EntityType.ORGANIZATION && words.size() > 1 && isBody(span))) {
      return;
    }
    String name = span.of(text).replaceAll("\\s+", " ");
    boolean within =
        reading.mentions().stream()
            .anyMatch(
                m ->
                    m.entityId() == null
                        && m.span().length() > span.length()
                        && m.span().contains(span));
    if (within) {
      return;
    }
    if (type == EntityType.PERSON && words.size() > 1) {
      @Nullable Full longer = endingIn(words, span.start());
      if (longer != null) {
        add(span, longer.name(), type, longer.entity(), 0.75);
        return;
      }
    }
    if (words.size() == 1) {
      @Nullable Full full = full(words.get(0).folded(), span.start());
      if (full == null && type == EntityType.PERSON) {
        full = beginningWith(words.get(0).folded());
      }
      if (full != null && type != EntityType.PLACE) {
        add(span, full.name(), EntityType.PERSON, full.entity(), 0.75);
        return;
      }
    }
    add(span, name, type, type == EntityType.PERSON ? known(name) : null, 0.7);
  }

  /** Whether a name says that it is a body's: "Testovic Group", which no pronoun may mean. */
  private static boolean isBodys(List<Words.Word> words) {
    String last = words.get(words.size() - 1).folded();
    return words.size() > 1
        && (Nominals.BODIES.contains(last) || Groups.isBody(last) || isPapers(words, last));
  }

  /** "Balkan Ledger"; but Emily Post is a person. */
  private static boolean isPapers(List<Words.Word> words, String last) {
    return PAPERS.contains(last) && FirstNames.gender(words.get(0).text()).isEmpty();
  }

  /** The only full name that ends in a surname of several words: "Lopez-Garcia". */
  private @Nullable Full endingIn(List<Words.Word> surname, int at) {
    @Nullable Full found = null;
    for (Full full : fullNames.getOrDefault(surname.get(surname.size() - 1).folded(), List.of())) {
      List<Words.Word> words = Words.of(full.name());
      int from = words.size() - surname.size();
      boolean ends = from > 0 && full.at() < at;
      for (int i = 0; ends && i < surname.size(); i++) {
        ends = words.get(from + i).folded().equals(surname.get(i).folded());
      }
      if (ends) {
        if (found != null && !found.name().equals(full.name())) {
          return null;
        }
        found = full;
      }
    }
    return found;
  }

  /** The only full name that begins with a first name. */
  private @Nullable Full beginningWith(String first) {
    @Nullable Full found = null;
    for (List<Full> namesakes : fullNames.values()) {
      for (Full full : namesakes) {
        List<Words.Word> words = Words.of(full.name());
        if (words.size() > 1 && words.get(0).folded().equals(first)) {
          if (found != null && !found.name().equals(full.name())) {
            return null;
          }
          found = full;
        }
      }
    }
    return found;
  }

  private void add(
      Span span, String name, EntityType type, @Nullable Entity known, double confidence) {
    EntityMention mention =
        known == null
            ? new EntityMention(span, span.of(text), type, null, name, confidence)
            : reading.mention(span, known, 0.85);
    if (reading.free(span)) {
      reading.add(mention);
    } else {
      reading.addLoose(mention);
    }
  }

  /** Whether all that stands within a name is a place or a people: "Bank of Albania". */
  private boolean isBody(Span span) {
    for (EntityMention mention : reading.mentions()) {
      if (!mention.span().overlaps(span)) {
        continue;
      }
      boolean within =
          span.contains(mention.span())
              && span.length() > mention.span().length()
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

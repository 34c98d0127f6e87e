package org.hearsay.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.NamedEntity;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the things that an article names: those in a catalogue, and the names that the recogniser
 * found besides. Pronouns are left alone. May be used by many threads at once.
 *
 * <p>Mentions are in order. One may lie within another: a country within the name of one of its
 * bodies, or within a description.
 */
public final class EntityLinker {
  private static final Set<String> TITLES =
      Set.of(
          "president",
          "minister",
          "prime",
          "mr",
          "mrs",
          "ms",
          "dr",
          "general",
          "chancellor",
          "secretary",
          "senator",
          "premier",
          "king",
          "queen",
          "pope",
          "sir",
          "lord");
  private static final Set<String> NOT_DEEDS =
      Set.of(
          "be",
          "have",
          "lie",
          "sit",
          "remain",
          "become",
          "sleep",
          "wake",
          "stand",
          "boast",
          "grow",
          "get",
          "celebrate",
          "witness",
          "burn",
          "flood",
          "freeze",
          "host",
          "see",
          "look",
          "feel",
          "attract",
          "welcome");
  private static final Set<String> STANCES =
      Set.of(
          "ready",
          "willing",
          "unwilling",
          "concerned",
          "angry",
          "furious",
          "opposed",
          "prepared",
          "committed",
          "adamant",
          "reluctant",
          "open",
          "determined",
          "against");
  private static final Set<String> AUXILIARIES =
      Set.of(
          "have", "do", "will", "would", "can", "could", "may", "might", "must", "should", "not",
          "n't", "shall");
  private static final Set<String> ADDRESSED =
      Set.of("with", "between", "against", "toward", "towards", "by", "upon");
  private static final Set<String> SENT =
      Set.of(
          "recognition",
          "demand",
          "pressure",
          "response",
          "support",
          "permission",
          "approval",
          "request",
          "answer",
          "order",
          "pressed",
          "condemnation",
          "criticism",
          "independence",
          "assurance",
          "guarantee",
          "influence",
          "letter",
          "concession");
  private static final Set<String> HELD =
      Set.of(
          "request",
          "demand",
          "position",
          "refusal",
          "government",
          "offer",
          "response",
          "claim",
          "policy",
          "decision",
          "ally",
          "insistence",
          "consent",
          "stance",
          "proposal",
          "accusation",
          "authority",
          "recognition",
          "interest");
  private static final Set<String> DONE =
      Set.of(
          "issued",
          "backed",
          "appointed",
          "controlled",
          "funded",
          "brokered",
          "led",
          "sponsored",
          "run",
          "supported",
          "mediated");
  private static final Pattern BRACKETED = Pattern.compile("\\((\\p{Lu}[\\p{Lu}-]{1,9})\\)");

  private final Catalogue catalogue;

  /** Links to what {@code catalogue} knows. */
  public EntityLinker(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The mentions of a text, by where they stand. */
  public List<EntityMention> link(AnnotatedText text) {
    return new Article(text).link();
  }

  /** What is known of one article while it is read. */
  private final class Article {
    private final AnnotatedText annotated;
    private final String text;
    private final List<EntityMention> mentions = new ArrayList<>();
    private final Map<String, String> fullNames = new HashMap<>();

    Article(AnnotatedText annotated) {
      this.annotated = annotated;
      this.text = annotated.text();
    }

    List<EntityMention> link() {
      for (Resolutions.Found found : Resolutions.in(text)) {
        String id = "unscr-" + found.number();
        String name =
            catalogue
                .entity(id)
                .map(Entity::name)
                .orElse("UN Security Council Resolution " + found.number());
        add(found.span(), EntityType.LEGAL_INSTRUMENT, id, name, found.confidence());
      }
      for (NamedEntity name : annotated.names()) {
        learn(name);
      }
      for (Sentence sentence : annotated.sentences()) {
        catalogued(sentence);
      }
      acronyms();
      for (NamedEntity name : annotated.names()) {
        recognised(name);
      }
      anaphors();
      described();
      mentions.sort(Comparator.comparing(EntityMention::span));
      return List.copyOf(mentions);
    }

    private void add(
        Span span, EntityType type, @Nullable String id, String name, double confidence) {
      mentions.add(new EntityMention(span, span.of(text), type, id, name, confidence));
    }

    private void add(Span span, Entity entity, double confidence) {
      add(span, entity.type(), entity.id(), entity.name(), confidence);
    }

    private boolean free(Span span) {
      return mentions.stream().noneMatch(m -> m.span().overlaps(span));
    }

    /** Remembers whose surname a full name gives. */
    private void learn(NamedEntity name) {
      List<Words.Word> words = nameWords(name);
      if (name.type().equals("PERSON") && words.size() > 1) {
        fullNames.putIfAbsent(
            words.get(words.size() - 1).folded(),
            text.substring(words.get(0).span().start(), words.get(words.size() - 1).span().end()));
      }
    }

    /** A recognised name's words, without titles before and a possessive after. */
    private List<Words.Word> nameWords(NamedEntity name) {
      List<Words.Word> words = new ArrayList<>(Words.of(text, name.span()));
      while (words.size() > 1 && TITLES.contains(words.get(0).folded())) {
        words.remove(0);
      }
      if (words.size() > 1 && words.get(words.size() - 1).folded().equals("s")) {
        words.remove(words.size() - 1);
      }
      return words;
    }

    private void catalogued(Sentence sentence) {
      List<Words.Word> words = Words.of(text, sentence.span());
      for (int i = 0; i < words.size(); ) {
        NameIndex.@Nullable Name name = catalogue.names().longest(text, words, i);
        if (name == null) {
          i++;
          continue;
        }
        int size = name.words().size();
        Span span = new Span(words.get(i).span().start(), words.get(i + size - 1).span().end());
        if (size > 1
            && span.end() < text.length()
            && text.charAt(span.end()) == '.'
            && words.get(i + size - 1).text().length() == 1) {
          span = new Span(span.start(), span.end() + 1);
        }
        i += size;
        if (free(span) && !misread(sentence, span, name)) {
          catalogued(sentence, span, name.owner());
        }
      }
    }

    private void catalogued(Sentence sentence, Span span, Entity entity) {
      @Nullable String actsFor = entity.actsFor();
      if (actsFor != null && acts(sentence, span)) {
        Entity actor = catalogue.entity(actsFor).orElse(entity);
        add(span, actor, 0.85);
      } else {
        add(span, entity, 0.95);
      }
    }

    /** Whether a matched name is a verb, a pronoun, or a part of somebody else's name. */
    private boolean misread(Sentence sentence, Span span, NameIndex.Name name) {
      if (name.words().size() == 1) {
        for (Token token : sentence.tokens()) {
          if (token.span().overlaps(span)
              && (token.tag().startsWith("VB")
                  || token.tag().startsWith("PRP")
                  || token.tag().equals("UH"))
              && name.words().get(0).allCapitals()) {
            return true;
          }
        }
      }
      // Asking somebody to "RT this" is a request to repeat it.
      if (span.of(text).equals("RT")
          && text.substring(span.end(), Math.min(text.length(), span.end() + 6))
              .matches("(?s)\\s(?:this|if|to|@).*")) {
        return true;
      }
      for (NamedEntity other : annotated.names()) {
        if (other.type().equals("PERSON") && other.span().contains(span)) {
          List<Words.Word> full = nameWords(other);
          if (full.size() > name.words().size()
              && full.stream().anyMatch(w -> !w.span().overlaps(span))
              && full.get(0).span().start() != span.start()) {
            return true;
          }
          if (name.owner().type() == EntityType.PLACE && full.size() > name.words().size()) {
            return true;
          }
        }
      }
      if (name.owner().type() == EntityType.PERSON && name.words().size() == 1) {
        @Nullable String full = fullNames.get(name.words().get(0).folded());
        return full != null && !names(full, name.owner());
      }
      return false;
    }

    private boolean names(String full, Entity entity) {
      List<Words.Word> words = Words.of(full);
      for (int i = 0; i < words.size(); i++) {
        NameIndex.@Nullable Name name = catalogue.names().longest(full, words, i);
        if (name != null) {
          return name.owner().equals(entity) && name.words().size() == words.size();
        }
      }
      return false;
    }

    /**
     * Whether a capital stands for its government: it does something, or something is done to it.
     */
    private boolean acts(Sentence sentence, Span span) {
      List<Token> tokens = sentence.tokens();
      int first = 0;
      while (first < tokens.size() && tokens.get(first).span().end() <= span.start()) {
        first++;
      }
      int last = first;
      while (last + 1 < tokens.size() && tokens.get(last + 1).span().start() < span.end()) {
        last++;
      }
      int before = first - 1;
      while (before >= 0 && tokens.get(before).tag().equals("DT")) {
        before--;
      }
      if (before >= 1
          && tokens.get(before).tag().equals("CC")
          && tokens.get(before - 1).tag().startsWith("NNP")) {
        before -= 2;
        while (before >= 0 && tokens.get(before).tag().equals("DT")) {
          before--;
        }
      }
      if (before >= 0) {
        Token token = tokens.get(before);
        String word = token.text().toLowerCase(Locale.ROOT);
        if (ADDRESSED.contains(word)) {
          return true;
        }
        if (word.equals("from") || word.equals("to") || word.equals("on")) {
          return before > 0 && SENT.contains(tokens.get(before - 1).lemma());
        }
        if (token.tag().equals("IN")
            && !Set.of(
                    "that",
                    "because",
                    "if",
                    "as",
                    "while",
                    "after",
                    "before",
                    "since",
                    "although",
                    "though",
                    "whether",
                    "until")
                .contains(word)) {
          return false;
        }
        if (token.tag().startsWith("NNP")) {
          return false;
        }
      }
      int after = last + 1;
      if (after + 1 < tokens.size() && tokens.get(after).text().equals("-")) {
        return DONE.contains(tokens.get(after + 1).text());
      }
      if (after < tokens.size() && tokens.get(after).tag().equals("POS")) {
        for (int i = after + 1; i < Math.min(tokens.size(), after + 4); i++) {
          if (HELD.contains(tokens.get(i).lemma())) {
            return true;
          }
        }
        return false;
      }
      return does(tokens, after);
    }

    private static boolean does(List<Token> tokens, int from) {
      int at = from;
      if (at + 1 < tokens.size()
          && tokens.get(at).tag().equals("CC")
          && tokens.get(at + 1).tag().startsWith("NNP")) {
        at += 2;
      }
      for (; at < tokens.size(); at++) {
        Token token = tokens.get(at);
        boolean helps = AUXILIARIES.contains(token.lemma());
        if (token.lemma().equals("be")) {
          return at + 1 < tokens.size()
              && (STANCES.contains(tokens.get(at + 1).lemma())
                  || STANCES.contains(tokens.get(at + 1).text())
                  || (tokens.get(at + 1).tag().equals("VBG")
                      && !NOT_DEEDS.contains(tokens.get(at + 1).lemma())));
        }
        if (token.tag().startsWith("RB") || token.tag().equals("MD") || helps) {
          continue;
        }
        return token.tag().startsWith("VB")
            && !token.tag().equals("VBG")
            && !NOT_DEEDS.contains(token.lemma());
      }
      return false;
    }

    /** Acronyms that the article introduces in brackets after the name. */
    private void acronyms() {
      Matcher matcher = BRACKETED.matcher(text);
      Set<String> seen = new HashSet<>();
      while (matcher.find()) {
        String acronym = matcher.group(1);
        Span inner = new Span(matcher.start(1), matcher.end(1));
        if (!free(inner) || !seen.add(acronym)) {
          continue;
        }
        @Nullable EntityMention definer = definer(matcher.start(), acronym);
        if (definer == null) {
          continue;
        }
        if (free(definer.span())) {
          mentions.add(definer);
        }
        Matcher use =
            Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(acronym) + "(?![\\p{L}\\p{N}])")
                .matcher(text);
        while (use.find()) {
          Span span = new Span(use.start(), use.end());
          if (free(span)) {
            add(span, definer.type(), definer.entityId(), definer.name(), 0.85);
          }
        }
      }
    }

    private @Nullable EntityMention definer(int bracket, String acronym) {
      int end = bracket;
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      for (EntityMention mention : mentions) {
        if (mention.span().end() == end
            && mention.type() != EntityType.PERSON
            && mention.span().length() > acronym.length()) {
          return mention;
        }
      }
      List<Words.Word> words = Words.of(text, new Span(Math.max(0, end - 120), end));
      int letter = acronym.length() - 1;
      for (int i = words.size() - 1; i >= 0 && letter >= 0; i--) {
        Words.Word word = words.get(i);
        if (!word.capitalised()) {
          if (word.text().length() > 3) {
            return null;
          }
          continue;
        }
        if (word.text().charAt(0) != acronym.charAt(letter)) {
          return null;
        }
        if (letter == 0) {
          Span span = new Span(word.span().start(), end);
          String name = span.of(text);
          return new EntityMention(span, name, EntityType.ORGANIZATION, null, name, 0.8);
        }
        letter--;
      }
      return null;
    }

    /** Adds a recognised name that the catalogue did not give. */
    private void recognised(NamedEntity named) {
      List<Words.Word> words = nameWords(named);
      if (words.isEmpty()) {
        return;
      }
      int end = words.get(words.size() - 1).span().end();
      Span span = new Span(words.get(0).span().start(), end);
      EntityType type =
          switch (named.type()) {
            case "PERSON" -> EntityType.PERSON;
            case "ORGANIZATION" -> EntityType.ORGANIZATION;
            case "LOCATION" -> EntityType.PLACE;
            default -> EntityType.OTHER;
          };
      List<EntityMention> within = mentions.stream().filter(m -> m.span().overlaps(span)).toList();
      boolean body =
          type == EntityType.ORGANIZATION
              && words.size() > 1
              && within.stream()
                  .allMatch(
                      m ->
                          span.contains(m.span())
                              && span.length() > m.span().length()
                              && (m.type() == EntityType.COUNTRY
                                  || m.type() == EntityType.NATIONALITY
                                  || m.type() == EntityType.PLACE));
      if (!within.isEmpty() && !body) {
        return;
      }
      String name = span.of(text);
      if (type == EntityType.PERSON && words.size() == 1) {
        name = fullNames.getOrDefault(words.get(0).folded(), name);
      }
      @Nullable Entity known = type == EntityType.PERSON ? known(name) : null;
      if (known != null) {
        add(span, known, 0.85);
      } else {
        add(span, type, null, name, 0.7);
      }
    }

    private @Nullable Entity known(String name) {
      List<Words.Word> words = Words.of(name);
      NameIndex.@Nullable Name found =
          words.isEmpty() ? null : catalogue.names().longest(name, words, 0);
      return found != null && found.words().size() == words.size() ? found.owner() : null;
    }

    /** "The alliance", once the article has named it. */
    private void anaphors() {
      Set<String> named = new HashSet<>();
      for (EntityMention mention : mentions) {
        if (mention.entityId() != null) {
          named.add(mention.entityId());
        }
      }
      for (Sentence sentence : annotated.sentences()) {
        List<Words.Word> words = Words.of(text, sentence.span());
        for (int i = 0; i < words.size(); i++) {
          NameIndex.@Nullable Name name = catalogue.anaphors().longest(text, words, i);
          if (name == null || !named.contains(name.owner().id())) {
            continue;
          }
          int last = i + name.words().size() - 1;
          Span span = new Span(words.get(i).span().start(), words.get(last).span().end());
          boolean another =
              last + 1 < words.size()
                  && Set.of("of", "between", "with").contains(words.get(last + 1).folded());
          if (free(span) && !another) {
            add(span, name.owner(), 0.7);
          }
        }
      }
    }

    private void described() {
      for (Entity entity : catalogue.entities()) {
        for (Pattern description : entity.descriptions()) {
          Matcher matcher = description.matcher(text);
          while (matcher.find()) {
            add(new Span(matcher.start(), matcher.end()), entity, 0.6);
          }
        }
      }
    }
  }
}

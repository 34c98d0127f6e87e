package org.hearsay.text.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.LanguageLine;
import org.hearsay.text.languages.WordForms;
import org.hearsay.text.languages.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of a language that attribute words and thoughts to somebody: the one lexicon that
 * claims, framing and what is said of many articles share. Its form stands at the head of {@code
 * attributing-verbs.txt} in the language's folder. Immutable.
 */
public final class AttributingVerbs implements WordForms {
  private static final String FILE = "attributing-verbs.txt";
  private static final String FORMS = "forms";
  private static final String SLASH = "/";

  /** The name of the form that the dictionary has. */
  private static final String BASE = "base";

  private static final String WORDINGS = "wordings";
  private static final String DOUBTING_WORDS = "doubting-words";

  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** A verb with the words that follow its first one. */
  private record Entry(AttributingVerb verb, List<String> following) {}

  /**
   * A form that verbs have besides their dictionary form.
   *
   * @param endings how it is made
   * @param written whether the entries of irregular verbs have it, after a slash
   */
  private record Form(Endings endings, boolean written) {}

  private final Map<String, Form> forms = new LinkedHashMap<>();

  private final List<AttributingVerb> verbs = new ArrayList<>();

  /** How each verb is written in each form, by its dictionary form and the form's name. */
  private final Map<String, Map<String, Set<String>>> written = new HashMap<>();

  /** By each form of their first words; the longest first. */
  private final Map<String, List<Entry>> byForm = new HashMap<>();

  private final Map<VerbWording, String> reasons = new EnumMap<>(VerbWording.class);

  private AttributingVerbs(WordLists lists) {
    lists
        .table(FORMS)
        .forEach(
            (name, endings) ->
                forms.put(
                    name,
                    new Form(
                        Endings.of(lists, endings.replace(SLASH, "").strip()),
                        endings.startsWith(SLASH))));
    lists
        .table(WORDINGS)
        .forEach((name, reason) -> reasons.put(constant(VerbWording.class, name, FILE), reason));
    Map<String, String> known = new LinkedHashMap<>();
    for (CueKind kind : CueKind.values()) {
      for (LanguageLine line : lists.section(kind.name().toLowerCase(Locale.ROOT))) {
        for (String written : line.text().split(",", -1)) {
          add(written.strip(), kind, line.where(), known);
        }
      }
    }
    for (String word : lists.words(DOUBTING_WORDS)) {
      AttributingVerb verb =
          new AttributingVerb(
              word, CueKind.OTHER, AttributingVerb.Mode.GIVES, CueStance.DOUBTING, Map.of());
      put(word, new Entry(verb, List.of()));
    }
    byForm
        .values()
        .forEach(entries -> entries.sort(Comparator.comparingInt(e -> -e.following().size())));
  }

  /**
   * Reads a language's lexicon.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   * @throws LanguageFileException when there is none, or it is not as its head says
   */
  public static AttributingVerbs load(String language) {
    return of(LanguageFolder.of(AttributingVerbs.class, language));
  }

  static AttributingVerbs of(LanguageFolder folder) {
    return new AttributingVerbs(folder.words(FILE));
  }

  private void add(String written, CueKind kind, String where, Map<String, String> known) {
    int colon = written.indexOf(':');
    String[] words = SPACE.split((colon < 0 ? written : written.substring(0, colon)).strip(), -1);
    String[] parts = words[0].split(SLASH, -1);
    List<String> following = List.of(words).subList(1, words.length);
    String first = parts[0].replace("*", "");
    String lemma = joined(first, following);
    @Nullable String before = known.put(lemma, where);
    if (lemma.isEmpty() || before != null) {
      throw new LanguageFileException(
          where,
          before == null
              ? "an empty verb; take out the comma that is too many"
              : lemma + " stands at " + before + ", too; one entry a verb");
    }
    AttributingVerb verb =
        colon < 0 ? plain(lemma, kind) : said(lemma, kind, written.substring(colon + 1), where);
    verbs.add(verb);
    Entry entry = new Entry(verb, following);
    Map<String, Set<String>> all = forms(first, parts);
    all.values().stream().flatMap(Set::stream).distinct().forEach(form -> put(form, entry));
    all.replaceAll((name, of) -> joined(of, following));
    this.written.put(lemma, all);
  }

  /** The forms of a word by their names; those after slashes where an irregular one has them. */
  private Map<String, Set<String>> forms(String word, String[] parts) {
    Map<String, Set<String>> out = new LinkedHashMap<>();
    out.put(BASE, Set.of(word));
    int slash = 0;
    for (Map.Entry<String, Form> form : forms.entrySet()) {
      Set<String> of = Set.of(form.getValue().endings().form(parts[0]));
      if (form.getValue().written() && parts.length > 1) {
        slash = Math.min(slash + 1, parts.length - 1);
        of = new LinkedHashSet<>(List.of(parts[slash].split("\\|", -1)));
      }
      out.put(form.getKey(), of);
    }
    return out;
  }

  private static String joined(String word, List<String> following) {
    return following.isEmpty() ? word : word + " " + String.join(" ", following);
  }

  private static Set<String> joined(Set<String> words, List<String> following) {
    Set<String> out = new LinkedHashSet<>();
    words.forEach(word -> out.add(joined(word, following)));
    return Collections.unmodifiableSet(out);
  }

  private static AttributingVerb plain(String lemma, CueKind kind) {
    return new AttributingVerb(
        lemma, kind, AttributingVerb.Mode.GIVES, CueStance.NEUTRAL, Map.of());
  }

  /** A verb of which something is said: modes, stances and wordings, with spaces between. */
  private AttributingVerb said(String lemma, CueKind kind, String what, String where) {
    AttributingVerb.Mode mode = AttributingVerb.Mode.GIVES;
    CueStance stance = CueStance.NEUTRAL;
    Map<VerbWording, Double> wordings = new EnumMap<>(VerbWording.class);
    for (String one : SPACE.split(what.strip(), -1)) {
      int equals = one.indexOf('=');
      if (equals >= 0) {
        VerbWording wording = constant(VerbWording.class, one.substring(0, equals), where);
        wordings.put(wording, weight(one.substring(equals + 1), where));
      } else if (is(AttributingVerb.Mode.class, one)) {
        mode = constant(AttributingVerb.Mode.class, one, where);
      } else {
        stance = constant(CueStance.class, one, where);
      }
    }
    return new AttributingVerb(lemma, kind, mode, stance, wordings);
  }

  private static double weight(String written, String where) {
    try {
      double weight = Double.parseDouble(written);
      if (weight > 0 && weight <= 1) {
        return weight;
      }
    } catch (NumberFormatException e) {
      throw new LanguageFileException(where, "a weight is a number up to 1, not " + written, e);
    }
    throw new LanguageFileException(where, "a weight is above 0 and up to 1, not " + written);
  }

  private static <E extends Enum<E>> boolean is(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .anyMatch(c -> c.name().equals(name.toUpperCase(Locale.ROOT)));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String where) {
    if (!is(type, name)) {
      throw new LanguageFileException(
          where,
          name + " says nothing here; there are " + Arrays.toString(type.getEnumConstants()));
    }
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }

  private void put(String form, Entry entry) {
    byForm.computeIfAbsent(form, f -> new ArrayList<>()).add(entry);
  }

  /**
   * How a verb is written in a form.
   *
   * @param form {@code base} for its dictionary form, or a name that the lexicon lists as a form
   * @throws IllegalArgumentException when the lexicon has no such verb or form
   */
  @Override
  public Set<String> of(String verb, String form) {
    @Nullable Map<String, Set<String>> all = written.get(verb);
    if (all == null) {
      throw new IllegalArgumentException(
          FILE + " has no verb " + verb + "; write it out here or add it there");
    }
    @Nullable Set<String> of = all.get(form);
    if (of == null) {
      throw new IllegalArgumentException(
          FILE + " has no form " + form + "; there are " + String.join(", ", all.keySet()));
    }
    return of;
  }

  /** The verbs, in the file's order. */
  public List<AttributingVerb> all() {
    return List.copyOf(verbs);
  }

  /** Why a wording slants, for people. */
  public String reason(VerbWording wording) {
    @Nullable String reason = reasons.get(wording);
    if (reason == null) {
      throw new LanguageFileException(FILE, "[wordings] says no reason for " + wording);
    }
    return reason;
  }

  /**
   * The first verb in some words, in any of its forms, of which something holds; null for none. Of
   * two that begin at one word the longer one counts ("point out", not "point").
   */
  public @Nullable AttributingVerb first(String words, Predicate<AttributingVerb> holds) {
    List<String> all = new ArrayList<>();
    WORD.matcher(words.toLowerCase(Locale.ROOT)).results().forEach(m -> all.add(m.group()));
    for (int i = 0; i < all.size(); i++) {
      @Nullable AttributingVerb verb = at(all, i);
      if (verb != null && holds.test(verb)) {
        return verb;
      }
    }
    return null;
  }

  /**
   * The verb that some words begin with, in any of its forms; null for none. What is no verb
   * ("allegedly") is none.
   */
  public @Nullable AttributingVerb beginning(String words) {
    List<String> all = new ArrayList<>();
    WORD.matcher(words.toLowerCase(Locale.ROOT)).results().forEach(m -> all.add(m.group()));
    @Nullable AttributingVerb verb = all.isEmpty() ? null : at(all, 0);
    return verb == null || !verbs.contains(verb) ? null : verb;
  }

  private @Nullable AttributingVerb at(List<String> words, int place) {
    for (Entry entry : byForm.getOrDefault(words.get(place), List.of())) {
      int end = place + 1 + entry.following().size();
      if (end <= words.size() && words.subList(place + 1, end).equals(entry.following())) {
        return entry.verb();
      }
    }
    return null;
  }

  /** What a cue lets its reader think of its content: the first word that says it decides. */
  public CueStance stance(String cue) {
    @Nullable AttributingVerb verb = first(cue, v -> v.stance() != CueStance.NEUTRAL);
    return verb == null ? CueStance.NEUTRAL : verb.stance();
  }
}

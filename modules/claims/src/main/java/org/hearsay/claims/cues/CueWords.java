package org.hearsay.claims.cues;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.CueMode;
import org.hearsay.text.attribution.AttributingVerb;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.attribution.CueKind;
import org.hearsay.text.attribution.Endings;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * What a cue's words say of the act: its kind, and whether it took place. The model finds cues of
 * any words; this names those that it knows. Immutable.
 */
public final class CueWords {
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");

  /** A dash or a colon between a name and words in marks. */
  private static final Pattern MARK = Pattern.compile("[―—–:-]+");

  /** In UTF-16 code units. */
  private static final int LONGEST_AUXILIARIES = 40;

  private final AttributingVerbs verbs;
  private final Map<String, CueKind> others = new HashMap<>();
  private final Pattern negation;
  private final Pattern modal;
  private final Pattern denial;
  private final Pattern auxiliaries;

  /**
   * The words of a language.
   *
   * @param verbs its attributing verbs
   * @param words its other words, as {@code cue-words.txt} lists them
   * @param cues its expressions, as {@code cues.txt} names them
   */
  public CueWords(AttributingVerbs verbs, WordLists words, Expressions cues) {
    this.verbs = verbs;
    Endings plural = Endings.of(words, "plural");
    for (CueKind kind : CueKind.values()) {
      for (String noun : words(words, kind, "-nouns")) {
        others.putIfAbsent(noun, kind);
        others.putIfAbsent(plural.form(noun), kind);
      }
    }
    for (CueKind kind : CueKind.values()) {
      for (String word : words(words, kind, "-words")) {
        others.putIfAbsent(word, kind);
      }
    }
    this.negation = cues.pattern("negation");
    this.modal = cues.pattern("modal");
    this.denial = cues.pattern("denial");
    this.auxiliaries = cues.pattern("auxiliaries");
  }

  private static Iterable<String> words(WordLists words, CueKind kind, String sort) {
    String name = kind.name().toLowerCase(Locale.ROOT) + sort;
    return words.names().contains(name) ? words.words(name) : List.of();
  }

  /**
   * A cue's kind: that of its first verb that has one, else of its first noun or adjective.
   *
   * @param cue the cue's words
   * @param byLaw whether its source is a document or body whose word is law
   */
  public CueKind kind(String cue, boolean byLaw) {
    CueKind kind = kind(cue);
    return byLaw && (kind == CueKind.SPEECH || kind == CueKind.INTENTION) ? CueKind.DECREE : kind;
  }

  private CueKind kind(String cue) {
    @Nullable AttributingVerb verb = verbs.first(cue, v -> v.kind() != CueKind.OTHER);
    if (verb != null) {
      return verb.kind();
    }
    String folded = cue.toLowerCase(Locale.ROOT);
    Matcher word = WORD.matcher(folded);
    while (word.find()) {
      @Nullable CueKind kind = others.get(word.group());
      if (kind != null) {
        return kind;
      }
    }
    return MARK.matcher(folded.strip()).matches() ? CueKind.SPEECH : CueKind.OTHER;
  }

  /**
   * Whether a cue's act took place.
   *
   * @param before the text before the cue, whose auxiliaries may have been left out of it
   * @param cue the cue's words
   */
  public CueMode mode(String before, String cue) {
    String near = before.substring(Math.max(0, before.length() - LONGEST_AUXILIARIES));
    Matcher auxiliary = auxiliaries.matcher(near);
    String words = ((auxiliary.find() ? auxiliary.group() : "") + cue).toLowerCase(Locale.ROOT);
    if (negation.matcher(words).find()) {
      return CueMode.NEGATED;
    }
    if (modal.matcher(words).find()) {
      return CueMode.MODAL;
    }
    boolean denies =
        verbs.first(words, v -> v.mode() == AttributingVerb.Mode.DENIES) != null
            || denial.matcher(words).find();
    return denies ? CueMode.DENIED : CueMode.ASSERTED;
  }

  /** Whether a cue's act is about what is to be done: what it holds has not been said. */
  public boolean looksForward(String cue) {
    return verbs.first(cue, v -> v.mode() == AttributingVerb.Mode.ASKS) != null;
  }

  /** Whether a cue has a word that can attribute; "had" and "tried to" alone cannot. */
  public boolean isKnown(String cue) {
    return kind(cue) != CueKind.OTHER;
  }
}

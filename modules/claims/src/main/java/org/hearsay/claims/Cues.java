package org.hearsay.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cue's words say of the act: its kind, and whether it took place. The model finds cues of
 * any words; this names those that it knows.
 */
final class Cues {
  private static final String RESOURCE = "cue-kinds.txt";

  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");

  /** A dash or a colon between a name and words in marks. */
  private static final Pattern MARK = Pattern.compile("[―—–:-]+");

  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:not|never|neither|nor|without|cannot"
              + "|(?:declin|refus|fail)(?:e|es|ed|ing|s)?(?= to| comment))\\b|n[’']t\\b");

  private static final Pattern MODAL =
      Pattern.compile(
          "\\b(?:may|might|could|would|should|can|must|will|shall|ought|likely|expected to)\\b"
              + "|[’'](?:d|ll)\\b");

  private static final Pattern DENIAL =
      Pattern.compile(
          "\\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing|al)?"
              + "|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?"
              + "|disavow(?:s|ed|ing)?|contradict(?:s|ed|ing)?|repudiat(?:e|es|ed|ing))\\b");

  /** Acts about what is to be done. */
  private static final Pattern FORWARD =
      Pattern.compile(
          "\\b(?:ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:for|on)"
              + "|request(?:s|ed|ing)?|plead(?:s|ed|ing)?|beg(?:s|ged|ging)?|appeal(?:s|ed|ing)?"
              + "|encourag(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|invit(?:e|es|ed|ing)"
              + "|promis(?:e|es|ed|ing)|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|challeng(?:e|es|ed|ing)"
              + "|threaten(?:s|ed|ing)?|offer(?:s|ed|ing)?|advis(?:e|es|ed|ing))\\b");

  /** Words before a cue that belong to its verb; "did not", "would never". */
  private static final Pattern AUXILIARIES =
      Pattern.compile(
          "(?:\\b(?:did|does|do|has|have|had|was|were|is|are|be|been|may|might|could|would|should"
              + "|can|must|will|shall|not|never|\\p{L}+ly)(?:n[’']t)?\\s+){1,4}$");

  private static final int LONGEST_AUXILIARIES = 40;

  private static final Cues SHIPPED = new Cues();

  private final Map<String, CueKind> verbs = new HashMap<>();
  private final Map<String, CueKind> others = new HashMap<>();

  private Cues() {
    try (InputStream in = Cues.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + RESOURCE);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          add(line.split("\\s+", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  private void add(String[] fields) {
    CueKind kind = CueKind.valueOf(fields[1]);
    for (int i = 2; i < fields.length; i++) {
      String[] forms = fields[i].split("/", -1);
      switch (fields[0]) {
        case "verbs" -> verb(forms, kind);
        case "nouns" -> {
          others.putIfAbsent(forms[0], kind);
          others.putIfAbsent(withS(forms[0]), kind);
        }
        case "words" -> others.putIfAbsent(forms[0], kind);
        default -> throw new IllegalStateException(RESOURCE + ": no such sort: " + fields[0]);
      }
    }
  }

  private void verb(String[] forms, CueKind kind) {
    String base = forms[0];
    verbs.putIfAbsent(base, kind);
    verbs.putIfAbsent(withS(base), kind);
    boolean doubles =
        forms.length > 1 && forms[1].startsWith(base + base.charAt(base.length() - 1));
    String stem =
        doubles ? base + base.charAt(base.length() - 1) : base.endsWith("e") ? cut(base) : base;
    verbs.putIfAbsent(stem + "ing", kind);
    if (forms.length == 1) {
      boolean y = base.endsWith("y") && !isVowel(base.charAt(base.length() - 2));
      verbs.putIfAbsent((y ? cut(base) + "i" : stem) + "ed", kind);
    }
    for (int i = 1; i < forms.length; i++) {
      verbs.putIfAbsent(forms[i], kind);
    }
  }

  private static String withS(String word) {
    if (word.endsWith("y") && !isVowel(word.charAt(word.length() - 2))) {
      return cut(word) + "ies";
    }
    boolean hisses =
        word.endsWith("s") || word.endsWith("sh") || word.endsWith("ch") || word.endsWith("x");
    return hisses ? word + "es" : word + "s";
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  private static String cut(String word) {
    return word.substring(0, word.length() - 1);
  }

  /**
   * A cue's kind: that of its first verb that is known, else of its first noun or adjective.
   *
   * @param cue the cue's words
   * @param byLaw whether its source is a document or body whose word is law
   */
  static CueKind kind(String cue, boolean byLaw) {
    String folded = cue.toLowerCase(Locale.ROOT);
    CueKind kind = CueKind.OTHER;
    Matcher word = WORD.matcher(folded);
    while (word.find() && kind == CueKind.OTHER) {
      kind = SHIPPED.verbs.getOrDefault(word.group(), CueKind.OTHER);
    }
    word.reset();
    while (word.find() && kind == CueKind.OTHER) {
      kind = SHIPPED.others.getOrDefault(word.group(), CueKind.OTHER);
    }
    if (kind == CueKind.OTHER && MARK.matcher(folded.strip()).matches()) {
      kind = CueKind.SPEECH;
    }
    return byLaw && (kind == CueKind.SPEECH || kind == CueKind.INTENTION) ? CueKind.DECREE : kind;
  }

  /**
   * Whether a cue's act took place.
   *
   * @param before the text before the cue, whose auxiliaries may have been left out of it
   * @param cue the cue's words
   */
  static CueMode mode(String before, String cue) {
    String near = before.substring(Math.max(0, before.length() - LONGEST_AUXILIARIES));
    Matcher auxiliaries = AUXILIARIES.matcher(near);
    String words = ((auxiliaries.find() ? auxiliaries.group() : "") + cue).toLowerCase(Locale.ROOT);
    if (NEGATION.matcher(words).find()) {
      return CueMode.NEGATED;
    }
    if (MODAL.matcher(words).find()) {
      return CueMode.MODAL;
    }
    return DENIAL.matcher(words).find() ? CueMode.DENIED : CueMode.ASSERTED;
  }

  /** Whether a cue's act is about what is to be done: what it holds has not been said. */
  static boolean looksForward(String cue) {
    return FORWARD.matcher(cue.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether a cue has a word that can attribute; "had" and "tried to" alone cannot. */
  static boolean isKnown(String cue) {
    return kind(cue, false) != CueKind.OTHER;
  }
}

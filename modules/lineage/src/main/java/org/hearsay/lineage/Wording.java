package org.hearsay.lineage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a claim as it is compared with others: its words, and what two claims must not
 * disagree in to say the same: numbers, names, days, and yes or no. English. Immutable.
 */
public final class Wording {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\d[\\d,.]*\\d(?:st|nd|rd|th)?|\\d(?:st|nd|rd|th)?|[%€$£]|[\\p{L}\\p{M}’']+");

  private static final Set<String> STOP =
      Set.of(
          "a", "an", "the", "that", "this", "these", "those", "of", "in", "on", "at", "to", "for",
          "from", "by", "with", "as", "and", "or", "but", "is", "are", "was", "were", "be", "been",
          "being", "am", "has", "have", "had", "having", "do", "does", "did", "will", "would",
          "shall", "should", "can", "could", "may", "might", "must", "it", "its", "he", "his",
          "him", "she", "her", "they", "their", "them", "we", "our", "us", "you", "your", "i", "my",
          "me", "who", "whom", "which", "what", "there", "here", "so", "than", "then", "also",
          "very", "just", "about", "into", "over", "out", "up", "down", "off", "if", "when",
          "while", "because", "going", "go", "get", "said", "says", "only", "some", "any", "more",
          "most", "again", "such", "own", "one");

  private static final Set<String> NEGATORS =
      Set.of(
          "not",
          "no",
          "never",
          "nobody",
          "nothing",
          "none",
          "neither",
          "nor",
          "without",
          "cannot",
          "nowhere",
          "hardly",
          "fail",
          "fails",
          "failed",
          "failing",
          "refuse",
          "refuses",
          "refused",
          "refusing",
          "deny",
          "denies",
          "denied",
          "untrue",
          "false",
          "lack",
          "lacks",
          "lacked");

  private static final List<String> TIMES =
      List.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private final String text;
  private final List<String> words;
  private final Set<String> stems;
  private final Set<String> numbers;
  private final Set<String> times;
  private final Set<String> names;
  private final int negations;

  private Wording(
      String text,
      List<String> words,
      Set<String> stems,
      Set<String> numbers,
      Set<String> times,
      Set<String> names,
      int negations) {
    this.text = text;
    this.words = words;
    this.stems = stems;
    this.numbers = numbers;
    this.times = times;
    this.names = names;
    this.negations = negations;
  }

  /** Reads a claim's content as it stands in an article, with or without quotation marks. */
  public static Wording of(String content) {
    String text = trimmed(content);
    List<String> tokens = new ArrayList<>();
    List<Boolean> capital = new ArrayList<>();
    Matcher found = TOKEN.matcher(text);
    while (found.find()) {
      // A sentence inside the content begins with a capital, too.
      boolean begins = found.start() == 0 || ".!?“\"".indexOf(before(text, found.start())) >= 0;
      String token = found.group();
      boolean acronym = token.length() > 1 && token.equals(token.toUpperCase(Locale.ROOT));
      for (String part : split(token)) {
        tokens.add(part);
        capital.add(Character.isUpperCase(token.charAt(0)) && (!begins || acronym));
      }
    }
    List<String> words = new ArrayList<>();
    Set<String> stems = new LinkedHashSet<>();
    Set<String> times = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    int negations = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      String lower = token.toLowerCase(Locale.ROOT);
      words.add(WordFold.fold(token));
      if (NEGATORS.contains(lower)) {
        negations++;
      }
      boolean isMay = lower.equals("may") && capital.get(i);
      if (TIMES.contains(lower) || isMay) {
        times.add(lower);
      } else if (capital.get(i) && !STOP.contains(lower)) {
        names.add(stem(WordFold.fold(token)));
      }
      if ((!STOP.contains(lower) || isMay)
          && !NEGATORS.contains(lower)
          && Character.isLetter(lower.charAt(0))) {
        stems.add(stem(WordFold.fold(token)));
      }
    }
    return new Wording(
        text,
        List.copyOf(words),
        Set.copyOf(stems),
        Set.copyOf(Numbers.in(tokens)),
        Set.copyOf(times),
        Set.copyOf(names),
        negations);
  }

  private static char before(String text, int at) {
    int i = at - 1;
    while (i > 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 ? '.' : text.charAt(i);
  }

  /** Without marks around it and the "that" before it. */
  private static String trimmed(String content) {
    String text = content.strip().replaceFirst("^[\\p{Punct}“”‘’«»\\s]+", "");
    text = text.replaceFirst("[\\p{Punct}&&[^%)]“”‘’«»\\s]+$", "");
    return text.regionMatches(true, 0, "that ", 0, 5) ? text.substring(5).strip() : text;
  }

  private static List<String> split(String token) {
    String straight = token.replace('’', '\'').replaceAll("^'+|'+$", "");
    if (straight.isEmpty()) {
      return List.of();
    }
    String lower = straight.toLowerCase(Locale.ROOT);
    if (lower.endsWith("n't")) {
      String verb = straight.substring(0, straight.length() - 3);
      return verb.isEmpty() ? List.of("not") : List.of(verb, "not");
    }
    int mark = straight.indexOf('\'');
    return mark > 0 ? List.of(straight.substring(0, mark)) : List.of(straight);
  }

  /** Enough of a word to find its other forms by. */
  static String stem(String folded) {
    String base = folded;
    for (String ending : List.of("ing", "ed", "es", "s", "ly")) {
      if (base.length() > ending.length() + 2 && base.endsWith(ending)) {
        base = base.substring(0, base.length() - ending.length());
        break;
      }
    }
    return base.length() > 6 ? base.substring(0, 6) : base;
  }

  /** What is compared: the content without marks around it. */
  public String text() {
    return text;
  }

  /** The same for every way to set the same words: what a wording is known by. */
  public String key() {
    return String.join(" ", words);
  }

  /** How many words it has. */
  public int size() {
    return words.size();
  }

  /** The words that carry its meaning, without their endings. */
  public Set<String> stems() {
    return stems;
  }

  List<String> words() {
    return words;
  }

  Set<String> numbers() {
    return numbers;
  }

  Set<String> times() {
    return times;
  }

  Set<String> names() {
    return names;
  }

  /** How often it says no. */
  int negations() {
    return negations;
  }

  @Override
  public String toString() {
    return text;
  }

  /** Numbers as they are written, in figures and in words. */
  private static final class Numbers {
    private static final Map<String, Integer> UNITS =
        Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("dozen", 12),
            Map.entry("twice", 2),
            Map.entry("double", 2),
            Map.entry("doubled", 2));
    private static final Map<String, Integer> ORDINALS =
        Map.ofEntries(
            Map.entry("first", 1),
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("fourth", 4),
            Map.entry("fifth", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10),
            Map.entry("eleventh", 11),
            Map.entry("twelfth", 12),
            Map.entry("fifteenth", 15),
            Map.entry("twentieth", 20),
            Map.entry("thirtieth", 30));
    private static final Map<String, Double> SCALES =
        Map.of("hundred", 1e2, "thousand", 1e3, "million", 1e6, "billion", 1e9, "trillion", 1e12);
    private static final Map<String, Integer> PARTS =
        Map.of("half", 50, "halved", 50, "third", 33, "quarter", 25);

    private Numbers() {}

    static Set<String> in(List<String> tokens) {
      Set<String> out = new HashSet<>();
      double value = 0;
      double sum = 0;
      boolean open = false;
      List<Double> run = new ArrayList<>();
      for (int i = 0; i <= tokens.size(); i++) {
        String token = i < tokens.size() ? tokens.get(i).toLowerCase(Locale.ROOT) : "";
        boolean figures = !token.isEmpty() && Character.isDigit(token.charAt(0));
        if (figures || UNITS.containsKey(token)) {
          double next = figures ? figures(token) : UNITS.getOrDefault(token, 0);
          boolean compound = open && !figures && value >= 20 && value % 10 == 0 && next < 10;
          if (open && !compound) {
            run.add(sum + value);
            sum = 0;
            value = 0;
          }
          value = compound ? value + next : next;
          open = true;
          continue;
        }
        if (open && SCALES.containsKey(token)) {
          sum += value * SCALES.getOrDefault(token, 1.0);
          value = 0;
          continue;
        }
        if (open) {
          run.add(sum + value);
          open = false;
          sum = 0;
          value = 0;
        }
        boolean partOf = token.equals("of") || token.equals("in") || token.equals("out");
        if (partOf && !run.isEmpty()) {
          String next = i + 1 < tokens.size() ? tokens.get(i + 1).toLowerCase(Locale.ROOT) : "";
          String number =
              next.equals("of") && i + 2 < tokens.size()
                  ? tokens.get(i + 2).toLowerCase(Locale.ROOT)
                  : next;
          int of = UNITS.getOrDefault(number, 0);
          double part = run.get(run.size() - 1);
          if (of > 2 && part < of) {
            run.remove(run.size() - 1);
            out.add(percent(100 * part / of));
            i = tokens.indexOf(tokens.get(i)) == i && next.equals("of") ? i + 2 : i + 1;
          }
        }
        boolean percent = token.equals("%") || token.startsWith("percent") || token.equals("per");
        if (percent && !run.isEmpty()) {
          out.add(percent(run.remove(run.size() - 1)));
        }
        run.forEach(number -> out.add(plain(number)));
        run.clear();
        if (PARTS.containsKey(token) && isPart(tokens, i)) {
          out.add(percent(PARTS.getOrDefault(token, 0)));
        } else if (ORDINALS.containsKey(token) && nearMonth(tokens, i)) {
          out.add(plain(ORDINALS.getOrDefault(token, 0)));
        }
      }
      return out;
    }

    /** "A third", "one third", "half"; not "the third". */
    private static boolean isPart(List<String> tokens, int at) {
      if (!tokens.get(at).equalsIgnoreCase("third")) {
        return true;
      }
      String before = at == 0 ? "" : tokens.get(at - 1).toLowerCase(Locale.ROOT);
      return before.equals("a") || before.equals("one");
    }

    private static boolean nearMonth(List<String> tokens, int at) {
      for (int i = Math.max(0, at - 1); i <= Math.min(tokens.size() - 1, at + 2); i++) {
        String token = tokens.get(i);
        if (TIMES.indexOf(token.toLowerCase(Locale.ROOT)) > 6 || token.equals("May")) {
          return true;
        }
      }
      return false;
    }

    private static double figures(String token) {
      String bare = token.replaceAll("[a-z]+$", "").replaceAll("[.,](?=\\d{3}(\\D|$))", "");
      try {
        return Double.parseDouble(bare.replace(',', '.'));
      } catch (NumberFormatException e) {
        return bare.hashCode();
      }
    }

    private static String percent(double value) {
      return plain(value) + "%";
    }

    private static String plain(double value) {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
  }
}

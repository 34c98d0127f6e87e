package org.hearsay.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds legal instruments by how they are written: resolutions of the UN Security Council and the
 * General Assembly by their number, treaties and acts by the last word of their name. A number
 * alone, an article of a law and the resolution of another body are none.
 */
final class Instruments {
  private static final String YEAR = "(?:\\s*\\((?:19|20)\\d\\d\\)|/(?:(?:19|20)\\d\\d|9\\d)\\b)?";
  private static final String SIGN = "(?:(?i:number|nos?\\.?|nr\\.?|#|№)\\s*)?";
  private static final String NUMBER =
      SIGN + "([1-9]\\d{0,3})(?!\\d|%|/(?!(?:(?:19|20)\\d\\d|9\\d)\\b)|[.,]\\d|\\s*[x×]\\s*\\d)";
  private static final String UN = "(?:UN|U\\.\\s?N\\.|United\\s+Nations)(?:['’]s?)?";
  private static final String COUNCIL = "(?:Security\\s+Council|SC|S\\.C\\.)(?:['’]s)?";
  private static final String ASSEMBLY =
      "(?:(?:" + UN + "\\s+)?(?:General\\s+Assembly|GA)(?:['’]s)?|UNGA)";
  private static final String ASSEMBLY_NUMBER =
      SIGN + "((?:ES-)?\\d{1,4}(?:/\\d{1,3}|\\s*\\([IVX]+\\))?)(?![\\d%])";

  /** "Rezolucija" and "резолюция" in any case. */
  private static final String SLAVIC =
      "[Rr]ezolucij\\p{L}{1,3}|[Рр]езолуциј\\p{L}{1,3}|[Рр]езолюци\\p{L}{1,3}";

  private static final Pattern SYMBOL =
      Pattern.compile("(?i)\\b(?:UN/)?S/RES/([1-9]\\d{0,3})\\b" + YEAR);
  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "\\b(?:(?:UN[ -]?SCR|UNSC|SCR|UNR)s?[\\s-]*|"
              + UN
              + "\\s+Security\\s+Council\\s+[Rr]esolutions?\\s+\\(UN\\s?SCRs?\\)\\s+)"
              + NUMBER
              + YEAR);
  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "\\b(?:"
              + UN
              + "(?:[\\s-]+"
              + COUNCIL
              + ")?|UNSC|Security\\s+Council(?:['’]s)?)\\s+([1-9]\\d{2,3})\\s+(?i:resolution)\\b");

  /** "Resolution 1244", with what stands before it. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:\\b((?:"
              + UN
              + "[\\s-]+)?"
              + COUNCIL
              + "|UNSC)\\s+|\\b("
              + UN
              + ")[\\s-]+)?\\b((?i:resolutions?|res\\.|res(?=\\s\\d))|"
              + SLAVIC
              + ")\\s*"
              + NUMBER
              + YEAR);

  /** "The 1244 resolution", whoever's. */
  private static final Pattern NUMBER_ALONE_FIRST =
      Pattern.compile("\\b[Tt]he\\s+([1-9]\\d{2,3})\\s+(?i:resolution)\\b");

  private static final Pattern NEXT =
      Pattern.compile(
          "\\G\\s*(?:,\\s*(?:and\\s+|or\\s+)?|(?:and|or|as\\s+well\\s+as)\\s+|&\\s*)"
              + NUMBER
              + YEAR);

  private static final String ADOPTED =
      "\\s*,?\\s+(?:of|by|from|in|(?:adopted|passed|approved|issued)\\s+(?:\\p{L}+\\s+|\\d+\\s+){0,4}?by)"
          + "\\s+";
  private static final Pattern BY_COUNCIL =
      Pattern.compile(
          "\\G" + ADOPTED + "(?:the\\s+)?(?:" + UN + "\\s+)?(?:Security\\s+Council|UNSC)\\b");
  private static final Pattern BY_UN = Pattern.compile("\\G" + ADOPTED + "(?:the\\s+)?" + UN);
  private static final Pattern BY_ASSEMBLY =
      Pattern.compile("\\G" + ADOPTED + "(?:the\\s+)?" + ASSEMBLY + "\\b");

  private static final Pattern ASSEMBLY_FORMS =
      Pattern.compile(
          "\\bA/RES/((?:ES-)?\\d+/\\d+)\\b|\\b"
              + ASSEMBLY
              + "\\s+(?i:resolutions?|res\\.)\\s*"
              + ASSEMBLY_NUMBER
              + "|\\b(?i:resolution)\\s+"
              + ASSEMBLY_NUMBER
              + ADOPTED
              + "(?:the\\s+)?"
              + ASSEMBLY
              + "\\b");

  /** Somebody else's: what stands right before, or near. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?:\\b(?:H|S|J)\\.\\s*(?:J\\.\\s*|Con\\.\\s*)?|\\b(?:House|Senate|Joint|Concurrent|Parliament|Assembly"
              + "|Duma|Knesset|PACE|Commission|Committee|Congress|Board|(?<!Security )Council"
              + "|(?<!Security )[Cc]ouncil['’]s|[Pp]arliament['’]s|[Aa]ssembly['’]s))\\s*$");

  private static final Pattern OF_THE_COUNCIL =
      Pattern.compile("\\b[Tt]he\\s+(?:Security\\s+)?Council['’]s\\s*$");

  private static final Pattern OTHER_BODY =
      Pattern.compile(
          "(?i)\\b(?:city|town|municipal|municipality|county|village|parish|borough|district|house"
              + "|senate|state assembly|legislature|parliament|parliamentary|council of europe"
              + "|human rights council|shareholders|screen|pixels?|camera|monitor|dpi|image)\\b");

  private static final Pattern OWN_COUNCIL =
      Pattern.compile(
          "(?:\\bNational|\\bHomeland|\\b\\p{Lu}\\p{L}+(?:ian|ish|ese|an|aqi|eli)"
              + "|\\b(?!Nations)\\p{Lu}\\p{L}+['’]s)\\s+$");

  private static final Pattern UN_CONTEXT =
      Pattern.compile(
          "\\b(?:UN|U\\.N\\.|United Nations|Security Council|UNSC|UNMIK|KFOR|OUN|Savet\\p{L}{0,2}"
              + " bezbednosti)\\b|\\bУН\\b|ООН|ОУН|Савет\\p{L}{0,2} безбедности|Совет\\p{L}{0,2}"
              + " Безопасности");

  /** A treaty or an act, by its last word, or by what it is on. */
  private static final Pattern TREATY =
      Pattern.compile(
          "\\b(?:Geneva|Hague|Vienna|Genocide|European|American|Paris|UN)\\s+Conventions?"
              + "(?:\\s+(?:on|for|against|relating\\s+to)\\s+(?:the\\s+)?\\p{Lu}[\\p{L}’'-]+"
              + "(?:\\s+(?:(?:and|(?:of|on|in)(?:\\s+the)?)\\s+)?\\p{Lu}[\\p{L}’'-]+){0,6})?\\b|"
              + "\\b(?!(?:The|This|That|An?|Our|Under|In|By|Their|Its|After|Since|And|But)\\s)"
              + "(?:\\p{Lu}[\\p{L}’'-]+\\s+(?:(?:and|of|on|for)\\s+(?=\\p{Lu}))?){1,5}?"
              + "(?:Agreement|Treaty|Accords?|Protocol|Pact|Charter)\\b"
              + "|\\b(?:\\p{Lu}[\\p{L}’'-]+\\s+(?:(?:and|of|for)\\s+(?=\\p{Lu}))?){2,6}?Act\\b(?!\\s+\\p{Lu})"
              + "|\\b(?:Treaty|Convention|Covenant|Protocol|Declaration|Charter)\\s+(?:of|on|for|against)\\s+"
              + "(?:the\\s+)?\\p{Lu}[\\p{L}’'-]+(?:\\s+(?:(?:and|(?:of|on|in)(?:\\s+the)?)\\s+)?\\p{Lu}[\\p{L}’'-]+){0,6}");

  /** One of them stands in all that {@link #TREATY} matches. */
  private static final List<String> TREATY_WORDS =
      List.of(
          "Convention",
          "Agreement",
          "Treaty",
          "Accord",
          "Protocol",
          "Pact",
          "Charter",
          "Act",
          "Covenant",
          "Declaration");

  /** What stands in resolutions that are written without "resolution" or "res". */
  private static final List<String> SHORT_FORMS =
      List.of("SCR", "UNSC", "UNR", "ezolucij", "езолуциј", "езолюци");

  /** As many signs as "resolutions number" and "ES-" have, and some. */
  private static final int LONGEST_TO_NUMBER = 24;

  private static final Pattern LEADING =
      Pattern.compile("^(?:The|This|That|A|An|Our|Under|In|By|Their|Its|After|Since|And|But)\\s+");

  private final String text;
  private final Catalogue catalogue;
  private final List<Found> found = new ArrayList<>();

  private Instruments(String text, Catalogue catalogue) {
    this.text = text;
    this.catalogue = catalogue;
  }

  /**
   * An instrument and where it stands.
   *
   * @param id its id, or null for one that is known by its name alone
   */
  record Found(Span span, @Nullable String id, String name, double confidence) {}

  /** The resolutions of a text. */
  static List<Found> resolutions(String text, Catalogue catalogue) {
    if (!mayHoldResolutions(text)) {
      return List.of();
    }
    Instruments instruments = new Instruments(text, catalogue);
    instruments.findResolutions();
    return instruments.found;
  }

  /**
   * Whether an expression can match at all: they cost half of all linking where they are tried at
   * every letter of texts that have none. Says yes to more than they match, never no to what they
   * do.
   */
  private static boolean mayHoldResolutions(String text) {
    if (SHORT_FORMS.stream().anyMatch(text::contains)) {
      return true;
    }
    for (int i = 0; i + 3 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == 'r' || c == 'R')
          && text.regionMatches(true, i, "res", 0, 3)
          && hasNumber(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a digit stands right before the word that begins there, or not far behind it. */
  private static boolean hasNumber(String text, int word) {
    int before = word - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    if (before >= 0 && Character.isDigit(text.charAt(before))) {
      return true;
    }
    int signs = 0;
    for (int i = word; i < text.length() && signs < LONGEST_TO_NUMBER; i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        return true;
      }
      signs += Character.isWhitespace(c) ? 0 : 1;
    }
    return false;
  }

  /** Treaties and acts that look like such by their name. */
  static List<Found> treaties(String text) {
    List<Found> found = new ArrayList<>();
    if (TREATY_WORDS.stream().noneMatch(text::contains)) {
      return found;
    }
    Matcher matcher = TREATY.matcher(text);
    while (matcher.find()) {
      Matcher leading = LEADING.matcher(matcher.group());
      int start = matcher.start() + (leading.find() ? leading.end() : 0);
      Span span = new Span(start, matcher.end());
      String name = span.of(text).replaceAll("\\s+", " ");
      if (name.indexOf(' ') > 0) {
        found.add(new Found(span, null, name, 0.7));
      }
    }
    return found;
  }

  private void findResolutions() {
    Matcher assembly = ASSEMBLY_FORMS.matcher(text);
    while (assembly.find()) {
      @Nullable String number = assembly.group(1);
      number = number == null ? assembly.group(2) : number;
      number = number == null ? assembly.group(3) : number;
      if (number != null && !ofAnother(assembly.start(), assembly.group())) {
        ofAssembly(new Span(assembly.start(), assembly.end()), number);
      }
    }
    simple(SYMBOL, 0.98);
    simple(ABBREVIATED, 0.95);
    simple(NUMBER_FIRST, 0.9);
    List<MatchResult> open = new ArrayList<>();
    Matcher numbered = NUMBERED.matcher(text);
    while (numbered.find()) {
      MatchResult result = numbered.toMatchResult();
      if (!numbered(result)) {
        open.add(result);
      }
    }
    open.forEach(this::brief);
    Matcher first = NUMBER_ALONE_FIRST.matcher(text);
    while (first.find()) {
      String number = first.group(1);
      // A year may stand there: "the 1999 resolution".
      boolean year = number.startsWith("19") || number.startsWith("20");
      if (isKnown("unscr-" + number) || (!year && isCatalogued(List.of(number)))) {
        add(new Span(first.start(1), first.end()), number, 0.75);
      }
    }
  }

  private void simple(Pattern form, double confidence) {
    Matcher matcher = form.matcher(text);
    while (matcher.find()) {
      add(new Span(matcher.start(), matcher.end()), matcher.group(1), confidence);
      list(matcher.end(), confidence);
    }
  }

  /** Whether it is settled whose the resolution is, by what stands before and after it. */
  private boolean numbered(MatchResult matcher) {
    Span span = new Span(matcher.start(), matcher.end());
    int end = endOfList(matcher.end());
    if (matcher.group(1) != null) {
      if (!ofAnother(span.start(), matcher.group())) {
        add(span, matcher.group(4), 0.95);
        list(span.end(), 0.9);
      }
      return true;
    }
    if (matcher.group(2) != null) {
      String number = matcher.group(4);
      boolean assembly =
          BY_ASSEMBLY.matcher(text).region(end, text.length()).lookingAt()
              || (catalogue.entity("unga-" + number).isPresent()
                  && catalogue.entity("unscr-" + number).isEmpty());
      if (assembly) {
        ofAssembly(span, number);
      } else {
        add(span, number, 0.9);
        list(span.end(), 0.9);
      }
      return true;
    }
    for (Pattern by : List.of(BY_COUNCIL, BY_UN)) {
      Matcher tail = by.matcher(text).region(end, text.length());
      if (tail.lookingAt()) {
        boolean one = end == matcher.end();
        add(one ? new Span(span.start(), tail.end()) : span, matcher.group(4), 0.95);
        list(span.end(), 0.9);
        return true;
      }
    }
    return false;
  }

  /** "Resolution 1244" alone: known from elsewhere in the text, dated, or the catalogue's. */
  private void brief(MatchResult matcher) {
    Span span = new Span(matcher.start(), matcher.end());
    int number = Integer.parseInt(matcher.group(4));
    int end = endOfList(matcher.end());
    String before = text.substring(Math.max(0, span.start() - 50), span.start());
    String after = text.substring(end, Math.min(text.length(), end + 50));
    String id = "unscr-" + number;
    boolean ofTheCouncil = isKnown(id) && OF_THE_COUNCIL.matcher(before).find();
    boolean anothers = !ofTheCouncil && OTHERS.matcher(before).find();
    if (anothers || OTHER_BODY.matcher(before).find() || OTHER_BODY.matcher(after).find()) {
      return;
    }
    boolean known = isKnown(id);
    boolean dated = matcher.group().endsWith(")") && matcher.group(3).startsWith("R");
    List<String> listed = numbers(matcher.end(), end);
    listed.add(matcher.group(4));
    if (known || dated || isCatalogued(listed)) {
      add(span, matcher.group(4), 0.8);
      list(matcher.end(), 0.8);
    }
  }

  private boolean isKnown(String id) {
    return found.stream().anyMatch(f -> id.equals(f.id()));
  }

  /** Whether the catalogue knows one of the numbers, in a text that speaks of what it is about. */
  private boolean isCatalogued(List<String> numbers) {
    boolean aboutUn = UN_CONTEXT.matcher(text).find();
    return numbers.stream()
        .map(n -> "unscr-" + n)
        .anyMatch(id -> catalogue.entity(id).isPresent() && (aboutUn || speaksFor(id)));
  }

  private boolean speaksFor(String id) {
    return catalogue
        .entity(id)
        .map(e -> e.context().stream().anyMatch(text::contains))
        .orElse(false);
  }

  private boolean ofAnother(int at, String written) {
    if (written.startsWith("UN") || written.startsWith("U.") || written.startsWith("United")) {
      return false;
    }
    return OWN_COUNCIL.matcher(text.substring(Math.max(0, at - 30), at)).find();
  }

  private void list(int from, double confidence) {
    Matcher next = NEXT.matcher(text).region(from, text.length());
    while (next.find()) {
      if (!isListed(next)) {
        return;
      }
      add(new Span(next.start(1), next.end()), next.group(1), confidence);
    }
  }

  private int endOfList(int from) {
    Matcher next = NEXT.matcher(text).region(from, text.length());
    int end = from;
    while (next.find() && isListed(next)) {
      end = next.end();
    }
    return end;
  }

  private List<String> numbers(int from, int end) {
    List<String> numbers = new ArrayList<>();
    Matcher next = NEXT.matcher(text).region(from, end);
    while (next.find()) {
      numbers.add(next.group(1));
    }
    return numbers;
  }

  /** "Resolutions 1160 and 1244", but not "Resolution 1244 and 300 police officers". */
  private boolean isListed(Matcher next) {
    String after = text.substring(next.end(), Math.min(text.length(), next.end() + 12));
    return next.group(1).length() >= 2
        && !Pattern.compile(
                "^\\s+(?!(?:of|by|from|in|and|or|as|on|were|are|was|is|to|that|which|which"
                    + "|at|hold|remain|call|demand|allow|provide|state|guarantee|have|had)\\b)\\p{Ll}")
            .matcher(after)
            .find();
  }

  private void add(Span span, String number, double confidence) {
    String id = "unscr-" + number;
    add(
        new Found(
            span,
            id,
            catalogue
                .entity(id)
                .map(Entity::name)
                .orElse("UN Security Council Resolution " + number),
            confidence));
  }

  private void ofAssembly(Span span, String number) {
    // Early resolutions carry their session: "377 (V)".
    String clean = number.replaceAll("\\s*\\([IVX]+\\)", "").strip();
    String id =
        "unga-" + clean.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    add(
        new Found(
            span,
            id,
            catalogue
                .entity(id)
                .map(Entity::name)
                .orElse("UN General Assembly Resolution " + clean),
            0.95));
  }

  private void add(Found instrument) {
    if (found.stream().noneMatch(f -> f.span().overlaps(instrument.span()))) {
      found.add(instrument);
    }
  }
}

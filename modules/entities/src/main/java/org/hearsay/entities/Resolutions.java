package org.hearsay.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Span;

/** Finds resolutions of the UN Security Council by their number. */
final class Resolutions {
  private static final String YEAR = "(?:\\s*\\((?:19|20)\\d\\d\\))?";
  private static final String NUMBER =
      "(?:(?:number|nos?\\.?|#|№)\\s*)?([1-9]\\d{0,3})(?![\\d/%]|[.,]\\d)";
  private static final String UN = "(?:UN|U\\.N\\.|United Nations)(?:['’]s)?";
  private static final String COUNCIL = "(?:Security Council|SC)(?:['’]s)?";
  private static final String BODY =
      "(?:" + UN + "(?:\\s+" + COUNCIL + ")?|UNSC|Security Council(?:['’]s)?)";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("\\bS/RES/([1-9]\\d{0,3})\\b" + YEAR),
          Pattern.compile("\\b(?:UNSCR|UN SCR|UNSC)s?\\s*" + NUMBER + YEAR),
          Pattern.compile(
              "\\b(?i:" + BODY + ")\\s+(?i:resolutions?|res\\.)\\s*(?i:" + NUMBER + ")" + YEAR),
          Pattern.compile(
              "\\b(?i:resolutions?\\s+"
                  + NUMBER
                  + YEAR
                  + ",?\\s+(?:of|by|from|(?:adopted|passed)\\s+by)\\s+the\\s+(?:"
                  + UN
                  + "\\s+)?Security Council)\\b"));

  private static final Pattern PLURAL = Pattern.compile("(?i)resolutions|UNSCRs");
  private static final Pattern NEXT =
      Pattern.compile("\\G\\s*(?:,\\s*(?:and\\s+|or\\s+)?|and\\s+|or\\s+|&\\s*)" + NUMBER + YEAR);

  /** Named in full elsewhere, or with the year as the UN writes it. */
  private static final Pattern SHORT = Pattern.compile("\\b(?i:resolution)\\s+" + NUMBER + YEAR);

  private static final Pattern OTHER_BODY =
      Pattern.compile(
          "(?i)\\b(?:city|town|municipal|county|state|general assembly|house|senate)\\b");

  private Resolutions() {}

  /** A resolution's number and where it stands. */
  record Found(Span span, int number, double confidence) {}

  static List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(text);
      while (matcher.find()) {
        add(found, new Span(matcher.start(), matcher.end()), matcher.group(1), 0.95);
        if (PLURAL.matcher(matcher.group()).find()) {
          Matcher next = NEXT.matcher(text).region(matcher.end(), text.length());
          while (next.find()) {
            add(found, new Span(next.start(1), next.end()), next.group(1), 0.9);
          }
        }
      }
    }
    List<Found> named = List.copyOf(found);
    Matcher brief = SHORT.matcher(text);
    while (brief.find()) {
      Span span = new Span(brief.start(), brief.end());
      int number = Integer.parseInt(brief.group(1));
      boolean known = named.stream().anyMatch(f -> f.number() == number);
      boolean dated = brief.group().endsWith(")") && brief.group().startsWith("R");
      String around =
          text.substring(Math.max(0, span.start() - 40), Math.min(text.length(), span.end() + 40));
      if ((known || dated) && !OTHER_BODY.matcher(around).find()) {
        add(found, span, brief.group(1), 0.8);
      }
    }
    return found;
  }

  private static void add(List<Found> found, Span span, String number, double confidence) {
    if (found.stream().noneMatch(f -> f.span().overlaps(span))) {
      found.add(new Found(span, Integer.parseInt(number), confidence));
    }
  }
}

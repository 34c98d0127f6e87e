package org.hearsay.entities.instruments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Entity;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** The resolutions of one text while they are looked for. */
final class ResolutionsOfText {
  /** How far beside a number another body's name counts, in UTF-16 code units. */
  private static final int NEAR = 50;

  private static final int BEFORE_COUNCIL = 30;
  private static final int AFTER_LISTED = 12;

  private final String text;
  private final Catalogue catalogue;
  private final ResolutionForms forms;
  private final List<Instrument> found = new ArrayList<>();

  ResolutionsOfText(String text, Catalogue catalogue, ResolutionForms forms) {
    this.text = text;
    this.catalogue = catalogue;
    this.forms = forms;
  }

  List<Instrument> find() {
    ofAssembly();
    simple(forms.numbers().symbol(), 0.98);
    simple(forms.numbers().abbreviated(), 0.95);
    simple(forms.numbers().numberFirst(), 0.9);
    List<MatchResult> open = new ArrayList<>();
    Matcher numbered = forms.numbers().numbered().matcher(text);
    while (numbered.find()) {
      MatchResult result = numbered.toMatchResult();
      if (!numbered(result)) {
        open.add(result);
      }
    }
    open.forEach(this::brief);
    numberAloneFirst();
    return found;
  }

  private void ofAssembly() {
    Matcher assembly = forms.numbers().assembly().matcher(text);
    while (assembly.find()) {
      @Nullable String number = assembly.group(1);
      number = number == null ? assembly.group(2) : number;
      number = number == null ? assembly.group(3) : number;
      if (number != null && !ofAnother(assembly.start(), assembly.group())) {
        ofAssembly(new Span(assembly.start(), assembly.end()), number);
      }
    }
  }

  private void numberAloneFirst() {
    Matcher first = forms.numbers().numberAloneFirst().matcher(text);
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
          forms.adopted().byAssembly().matcher(text).region(end, text.length()).lookingAt()
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
    for (Pattern by : forms.adopted().byCouncil()) {
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
    String before = text.substring(Math.max(0, span.start() - NEAR), span.start());
    String after = text.substring(end, Math.min(text.length(), end + NEAR));
    String id = "unscr-" + number;
    boolean ofTheCouncil = isKnown(id) && forms.others().ofTheCouncil().matcher(before).find();
    boolean anothers = !ofTheCouncil && forms.others().before().matcher(before).find();
    if (anothers
        || forms.others().near().matcher(before).find()
        || forms.others().near().matcher(after).find()) {
      return;
    }
    boolean known = isKnown(id);
    boolean dated = matcher.group().endsWith(")") && forms.isOfAName(matcher.group(3));
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
    boolean aboutUn = forms.unContext().matcher(text).find();
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
    if (forms.unBegins().stream().anyMatch(written::startsWith)) {
      return false;
    }
    return forms
        .others()
        .ownCouncil()
        .matcher(text.substring(Math.max(0, at - BEFORE_COUNCIL), at))
        .find();
  }

  private void list(int from, double confidence) {
    Matcher next = forms.numbers().next().matcher(text).region(from, text.length());
    while (next.find()) {
      if (!isListed(next)) {
        return;
      }
      add(new Span(next.start(1), next.end()), next.group(1), confidence);
    }
  }

  private int endOfList(int from) {
    Matcher next = forms.numbers().next().matcher(text).region(from, text.length());
    int end = from;
    while (next.find() && isListed(next)) {
      end = next.end();
    }
    return end;
  }

  private List<String> numbers(int from, int end) {
    List<String> numbers = new ArrayList<>();
    Matcher next = forms.numbers().next().matcher(text).region(from, end);
    while (next.find()) {
      numbers.add(next.group(1));
    }
    return numbers;
  }

  /** "Resolutions 1160 and 1244", but not "Resolution 1244 and 300 police officers". */
  private boolean isListed(Matcher next) {
    String after = text.substring(next.end(), Math.min(text.length(), next.end() + AFTER_LISTED));
    return next.group(1).length() >= 2 && !forms.numbers().countsOthers().matcher(after).find();
  }

  private void add(Span span, String number, double confidence) {
    String id = "unscr-" + number;
    add(
        new Instrument(
            span,
            id,
            catalogue.entity(id).map(Entity::name).orElseGet(() -> forms.name("council", number)),
            confidence));
  }

  private void ofAssembly(Span span, String number) {
    // Early resolutions carry their session: "377 (V)".
    String clean = number.replaceAll("\\s*\\([IVX]+\\)", "").strip();
    String id =
        "unga-" + clean.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    add(
        new Instrument(
            span,
            id,
            catalogue.entity(id).map(Entity::name).orElseGet(() -> forms.name("assembly", clean)),
            0.95));
  }

  private void add(Instrument instrument) {
    if (found.stream().noneMatch(f -> f.span().overlaps(instrument.span()))) {
      found.add(instrument);
    }
  }
}

package org.hearsay.coverage.profiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hearsay.coverage.facts.Change;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.Voice;
import org.hearsay.framing.terms.Category;
import org.jspecify.annotations.Nullable;

/**
 * Counts under names, as whole numbers: tallies form a group under addition, so that what an
 * article gave can be taken away again to the last digit, in whatever order articles come. Means
 * are kept as sums in millionths. Immutable.
 */
public final class Tally {
  /** Nothing counted. */
  public static final Tally NONE = new Tally(new TreeMap<>());

  private static final int LONGEST_NAME = 200;

  /** What a name of a line says. */
  private enum Part {
    /** A catalogue id, or nothing. */
    ID,
    /** What people call it. */
    NAME,
    /** A {@link Voice}. */
    VOICE,
    /** An {@link Authorship}. */
    WHOSE,
    /** A {@link Category}. */
    CATEGORY,
    /** A {@link SourceShare.Kind}. */
    SOURCE_KIND,
    /** Whether a source is official. */
    OFFICIAL,
    /** One wording of what a thing is called. */
    VARIANT,
    /** The label in that, or nothing. */
    LABEL,
    /** A verb in dictionary form. */
    VERB
  }

  /** What is counted, under which names. */
  public enum Kind {
    /** Articles of an outlet. */
    OUTLET_NAME(8, Part.ID, Part.NAME),
    /** Texts. */
    ENTITY_NAME(8, Part.NAME),
    /** Articles. */
    ARTICLES(0, Part.WHOSE),
    /** Comments. */
    COMMENTS(0),
    /** Articles taken over from an outlet. */
    ORIGIN(200, Part.ID, Part.NAME),
    /** Words, their bias in millionths, loaded words. */
    VOICE(0, Part.VOICE, Part.WHOSE),
    /** Pieces of evidence. */
    EVIDENCE(0, Part.VOICE, Part.WHOSE, Part.CATEGORY),
    /** Mentions of an entity, which has an id; articles. */
    ENTITY(200, Part.ID, Part.NAME),
    /** Claims, words quoted, words reported. */
    SOURCE(200, Part.ID, Part.NAME, Part.SOURCE_KIND, Part.OFFICIAL),
    /** Claims, words quoted, words reported. */
    BALANCE(0, Part.SOURCE_KIND, Part.OFFICIAL),
    /** Attributions. */
    VERB(200, Part.VERB),
    /** Claims from an outlet, which has an id. */
    RELAY(200, Part.ID, Part.NAME),
    /** How often. */
    NAMING(200, Part.ID, Part.NAME, Part.VARIANT, Part.LABEL, Part.VOICE),
    /** Mentions, toned ones, their tone in millionths. */
    MENTIONS(0, Part.VOICE, Part.WHOSE),
    /**
     * Of an outlet: mentions in own articles and in republished ones, own articles, republished
     * ones, toned mentions in its own voice, their tone in millionths.
     */
    OUTLET(400, Part.ID, Part.NAME);

    private static final Pattern WRITTEN = Pattern.compile("[A-Z]{2,}(?:_[A-Z]+)*");

    /** How many names are kept apart; 0 where there are only a few that there can be. */
    private final int limit;

    // List.of cannot be changed; its type does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Part> parts;

    Kind(int limit, Part... parts) {
      this.limit = limit;
      this.parts = List.of(parts);
    }

    /** Whether a name is written as those of kinds are: a newer program may have one of it. */
    public static boolean isWrittenAsOne(String name) {
      return WRITTEN.matcher(name).matches();
    }

    private long rank(long[] values) {
      return this == OUTLET ? values[0] + values[1] : values[0];
    }
  }

  /**
   * What one count is of.
   *
   * @param names as its kind says, in its order; empty for what is counted under no name of its own
   */
  public record Line(Kind kind, List<String> names) implements Comparable<Line> {
    /** Keeps its own copy of the list. */
    public Line {
      names = List.copyOf(names);
    }

    /** A line with the names cut to what is kept of one; null is an empty name. */
    public static Line of(Kind kind, @Nullable String... names) {
      List<String> kept = new ArrayList<>(names.length);
      for (@Nullable String name : names) {
        kept.add(name == null ? "" : name.substring(0, Math.min(LONGEST_NAME, name.length())));
      }
      return new Line(kind, kept);
    }

    /** What one of its names says; only where its kind has it. */
    private String text(Part part) {
      int place = kind.parts.indexOf(part);
      if (place < 0 || place >= names.size()) {
        throw new IllegalStateException(this + " has no " + part);
      }
      return names.get(place);
    }

    private @Nullable String known(Part part) {
      String text = text(part);
      return text.isEmpty() ? null : text;
    }

    /** The catalogue id of what it is of, where that has one. */
    public @Nullable String id() {
      return known(Part.ID);
    }

    /** What people call what it is of. */
    public String name() {
      return text(Part.NAME);
    }

    /** In whose voice. */
    public Voice voice() {
      return Voice.valueOf(text(Part.VOICE));
    }

    /** In whose articles. */
    public Authorship whose() {
      return Authorship.labelled(text(Part.WHOSE));
    }

    /** What a piece of evidence shows. */
    public Category category() {
      return Category.valueOf(text(Part.CATEGORY));
    }

    /** Whether anybody is named as the source. */
    public SourceShare.Kind sourceKind() {
      return SourceShare.Kind.valueOf(text(Part.SOURCE_KIND));
    }

    /** Whether the source is official. */
    public boolean official() {
      return Boolean.parseBoolean(text(Part.OFFICIAL));
    }

    /** What a thing is called there. */
    public String variant() {
      return text(Part.VARIANT);
    }

    /** The label that judges it there, where one does. */
    public @Nullable String label() {
      return known(Part.LABEL);
    }

    /** The verb, in dictionary form. */
    public String verb() {
      return text(Part.VERB);
    }

    @Override
    public int compareTo(Line other) {
      int order = kind.compareTo(other.kind);
      for (int i = 0; order == 0 && i < Math.min(names.size(), other.names.size()); i++) {
        order = names.get(i).compareTo(other.names.get(i));
      }
      return order == 0 ? Integer.compare(names.size(), other.names.size()) : order;
    }
  }

  /** The values are never changed once they are in here. */
  private final Map<Line, long[]> counts;

  private Tally(Map<Line, long[]> counts) {
    this.counts = counts;
  }

  /** Counts up. */
  public static final class Builder {
    private final Map<Line, long[]> counts = new TreeMap<>();

    /** Begins with nothing. */
    public Builder() {}

    /** Counts more under a line. */
    public Builder add(Line line, long... values) {
      Tally.add(counts, line, values, 1);
      return this;
    }

    /** What was counted. */
    public Tally build() {
      return counts.isEmpty() ? NONE : new Tally(new TreeMap<>(counts));
    }
  }

  /** The sum of both. */
  public Tally plus(Tally other) {
    return with(other, 1);
  }

  /** What the other must be added to, to give this one. */
  public Tally minus(Tally other) {
    return with(other, -1);
  }

  /** By how much what an article gives to a profile has changed. */
  public static Tally difference(Change<?, Tally> change) {
    Tally was = change.before() == null ? NONE : change.before();
    Tally is = change.after() == null ? NONE : change.after();
    return is.minus(was);
  }

  private Tally with(Tally other, int sign) {
    TreeMap<Line, long[]> out = new TreeMap<>(counts);
    other.counts.forEach((line, values) -> add(out, line, values, sign));
    return new Tally(out);
  }

  private static void add(Map<Line, long[]> counts, Line line, long[] values, int sign) {
    long @Nullable [] before = counts.get(line);
    long[] sum = before == null ? new long[values.length] : before.clone();
    boolean zero = true;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += sign * values[i];
      zero &= sum[i] == 0;
    }
    if (zero) {
      counts.remove(line);
    } else {
      counts.put(line, sum);
    }
  }

  /**
   * The same with no more names of a kind than its limit: those that count least go without a name.
   * So does what is left of a name that was given up before: sums stay what they are, whatever is
   * added or taken away later.
   */
  public Tally capped() {
    Map<Kind, List<Line>> named = new TreeMap<>();
    for (Line line : counts.keySet()) {
      if (line.kind().limit > 0 && !line.names().isEmpty()) {
        named.computeIfAbsent(line.kind(), k -> new ArrayList<>()).add(line);
      }
    }
    TreeMap<Line, long[]> out = new TreeMap<>(counts);
    named.forEach(
        (kind, lines) -> {
          if (lines.size() <= kind.limit
              && lines.stream().allMatch(line -> kind.rank(count(line)) > 0)) {
            return;
          }
          lines.sort(
              Comparator.comparingLong((Line line) -> -kind.rank(count(line)))
                  .thenComparing(Comparator.naturalOrder()));
          for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (i >= kind.limit || kind.rank(count(line)) <= 0) {
              add(out, new Line(kind, List.of()), count(line), 1);
              out.remove(line);
            }
          }
        });
    return new Tally(out);
  }

  private long[] count(Line line) {
    long @Nullable [] values = counts.get(line);
    if (values == null) {
      throw new IllegalStateException("not counted: " + line);
    }
    return values;
  }

  /** Whether nothing is counted. */
  public boolean isNone() {
    return counts.isEmpty();
  }

  /** One value of a line; 0 where nothing is counted under it. */
  public long get(Line line, int value) {
    long @Nullable [] values = counts.get(line);
    return values == null ? 0 : values[value];
  }

  /** The sum of one value over a kind's lines, those without a name too. */
  public long total(Kind kind, int value) {
    long sum = 0;
    for (Map.Entry<Line, long[]> entry : counts.entrySet()) {
      sum += entry.getKey().kind() == kind ? entry.getValue()[value] : 0;
    }
    return sum;
  }

  /** The lines of a kind that have names, those that count most first. */
  public List<Line> lines(Kind kind) {
    List<Line> out = new ArrayList<>();
    for (Line line : counts.keySet()) {
      if (line.kind() == kind && (kind.limit == 0 || !line.names().isEmpty())) {
        out.add(line);
      }
    }
    out.sort(
        Comparator.comparingLong((Line line) -> -kind.rank(count(line)))
            .thenComparing(Comparator.naturalOrder()));
    return out;
  }

  /** Every line with its values, in order. */
  public Map<Line, long[]> all() {
    Map<Line, long[]> out = new TreeMap<>();
    counts.forEach((line, values) -> out.put(line, values.clone()));
    return out;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tally tally
        && counts.size() == tally.counts.size()
        && counts.entrySet().stream()
            .allMatch(line -> Arrays.equals(line.getValue(), tally.counts.get(line.getKey())));
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    counts.forEach(
        (line, values) ->
            out.append(line.kind())
                .append(line.names())
                .append(Arrays.toString(values))
                .append('\n'));
    return out.toString();
  }
}

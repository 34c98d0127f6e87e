package org.hearsay.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Counts how well claims that were found agree with those that people marked, over any number of
 * articles. A claim counts as found when its content and that of a found one overlap with a
 * character F1 of {@value #HALF} or more; each is paired once, the best pairs first. Found claims
 * inside the content of another are left out, as people mark the outermost one.
 */
public final class ClaimScores {
  /** The least agreement of contents that counts. */
  public static final double HALF = .5;

  /** Agreement that leaves little to wish for. */
  public static final double MOST = .8;

  private int gold;
  private int found;
  private int half;
  private int most;
  private int sourceOverlaps;
  private int sourceExact;
  private int withoutSource;
  private int inventedSources;
  private final Map<String, int[]> byType = new TreeMap<>();
  private final Exact sources = new Exact(Marked::source);
  private final Exact cues = new Exact(Marked::cue);
  private final Exact contents = new Exact(Marked::content);

  /** Nothing counted yet. */
  public ClaimScores() {}

  /** Counts the fragments of one part that are right to the character. */
  private static final class Exact {
    private final Function<Marked, List<Span>> part;
    private int right;
    private int said;
    private int asked;

    Exact(Function<Marked, List<Span>> part) {
      this.part = part;
    }

    void add(List<Marked> marked, List<Marked> claims) {
      Set<Span> gold = fragments(marked);
      Set<Span> given = fragments(claims);
      asked += gold.size();
      said += given.size();
      given.retainAll(gold);
      right += given.size();
    }

    private Set<Span> fragments(List<Marked> claims) {
      Set<Span> spans = new HashSet<>();
      claims.forEach(claim -> spans.addAll(part.apply(claim)));
      return spans;
    }

    Figure figure() {
      return Figure.of(right, said, asked);
    }
  }

  /**
   * A claim as somebody marked it: each part may be split, source and cue may be missing.
   *
   * @param type a kind by which recall is given, or null
   */
  public record Marked(
      List<Span> source, List<Span> cue, List<Span> content, @Nullable String type) {

    /** Keeps its own copies of the lists. */
    public Marked {
      source = List.copyOf(source);
      cue = List.copyOf(cue);
      content = List.copyOf(content);
    }

    /** A claim that Hearsay found. */
    public static Marked of(Claim claim) {
      return new Marked(claim.source(), claim.cue(), claim.content(), claim.form().name());
    }

    private Marked trimmed(String text) {
      return new Marked(trim(text, source), trim(text, cue), trim(text, content), type);
    }

    private static List<Span> trim(String text, List<Span> spans) {
      Set<Span> trimmed = new HashSet<>();
      for (Span span : spans) {
        int start = span.start();
        int end = span.end();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
          start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
          end--;
        }
        if (start < end) {
          trimmed.add(new Span(start, end));
        }
      }
      return trimmed.stream().sorted().toList();
    }
  }

  /**
   * A marked claim and the found one that it was paired with.
   *
   * @param agreement the character F1 of their contents, {@value #HALF} to 1
   */
  public record Pair(Marked gold, Marked found, double agreement) {}

  /**
   * What came of one article.
   *
   * @param pairs in the order of the marked claims
   * @param missed marked, and not found
   * @param invented found, and not marked
   */
  public record Outcome(List<Pair> pairs, List<Marked> missed, List<Marked> invented) {}

  /** Precision, recall and F1, 0..1. */
  public record Figure(double precision, double recall, double f1) {
    private static Figure of(int right, int said, int asked) {
      double precision = share(right, said);
      double recall = share(right, asked);
      double sum = precision + recall;
      return new Figure(precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum);
    }
  }

  /**
   * All figures, 0..1 but for the counts.
   *
   * @param gold how many claims people marked
   * @param found how many were found, outermost ones
   * @param half claims whose contents agree by half or more
   * @param most claims whose contents agree almost wholly
   * @param source fragments of sources that are right to the character
   * @param cue the same of cues
   * @param content the same of contents
   * @param recall the share found of each type
   * @param sourceOverlaps the share of found claims whose source overlaps the marked one, or where
   *     both have none
   * @param sourceExact the share whose source is the marked one
   * @param invented of the found claims that have no source by people, the share that was given one
   */
  public record Figures(
      int gold,
      int found,
      Figure half,
      Figure most,
      Figure source,
      Figure cue,
      Figure content,
      Map<String, Double> recall,
      double sourceOverlaps,
      double sourceExact,
      double invented) {}

  private record Candidate(int gold, int found, double agreement) {}

  /**
   * Counts one article.
   *
   * @param text the article, in whose UTF-16 code units all spans are
   * @param marked by people
   * @param claims that were found
   */
  public Outcome add(String text, List<Marked> marked, List<Marked> claims) {
    List<Marked> asked = withContent(text, marked);
    List<Marked> said = outermost(withContent(text, claims));
    gold += asked.size();
    found += said.size();
    Pair[] pairOf = new Pair[asked.size()];
    boolean[] taken = new boolean[said.size()];
    for (Candidate candidate : candidates(asked, said)) {
      if (pairOf[candidate.gold()] == null && !taken[candidate.found()]) {
        taken[candidate.found()] = true;
        pairOf[candidate.gold()] =
            new Pair(
                asked.get(candidate.gold()), said.get(candidate.found()), candidate.agreement());
      }
    }
    List<Pair> pairs = new ArrayList<>();
    List<Marked> missed = new ArrayList<>();
    List<Marked> invented = new ArrayList<>();
    for (int i = 0; i < pairOf.length; i++) {
      Marked one = asked.get(i);
      @Nullable Pair pair = pairOf[i];
      int[] count = byType.computeIfAbsent(one.type() == null ? "" : one.type(), t -> new int[2]);
      count[1]++;
      if (pair == null) {
        missed.add(one);
      } else {
        count[0]++;
        pairs.add(pair);
        count(pair);
      }
    }
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        invented.add(said.get(i));
      }
    }
    sources.add(asked, said);
    cues.add(asked, said);
    contents.add(asked, said);
    return new Outcome(pairs, missed, invented);
  }

  private void count(Pair pair) {
    half++;
    most += pair.agreement() >= MOST ? 1 : 0;
    List<Span> right = pair.gold().source();
    List<Span> said = pair.found().source();
    sourceExact += right.equals(said) ? 1 : 0;
    boolean overlap = right.stream().anyMatch(s -> said.stream().anyMatch(s::overlaps));
    sourceOverlaps += overlap || (right.isEmpty() && said.isEmpty()) ? 1 : 0;
    if (right.isEmpty()) {
      withoutSource++;
      inventedSources += said.isEmpty() ? 0 : 1;
    }
  }

  private static List<Marked> withContent(String text, List<Marked> claims) {
    return claims.stream()
        .map(claim -> claim.trimmed(text))
        .filter(claim -> !claim.content().isEmpty())
        .toList();
  }

  private static List<Marked> outermost(List<Marked> claims) {
    List<BitSet> sets = claims.stream().map(ClaimScores::characters).toList();
    List<Marked> outermost = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      BitSet own = sets.get(i);
      boolean inner = false;
      for (BitSet other : sets) {
        inner |= other.cardinality() > own.cardinality() && common(own, other) == own.cardinality();
      }
      if (!inner) {
        outermost.add(claims.get(i));
      }
    }
    return outermost;
  }

  private static List<Candidate> candidates(List<Marked> asked, List<Marked> said) {
    List<BitSet> sets = said.stream().map(ClaimScores::characters).toList();
    List<Candidate> candidates = new ArrayList<>();
    for (int g = 0; g < asked.size(); g++) {
      BitSet right = characters(asked.get(g));
      for (int f = 0; f < sets.size(); f++) {
        BitSet given = sets.get(f);
        double agreement = 2.0 * common(right, given) / (right.cardinality() + given.cardinality());
        if (agreement >= HALF) {
          candidates.add(new Candidate(g, f, agreement));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble((Candidate c) -> -c.agreement())
            .thenComparingInt(Candidate::gold)
            .thenComparingInt(Candidate::found));
    return candidates;
  }

  private static BitSet characters(Marked claim) {
    BitSet characters = new BitSet();
    claim.content().forEach(span -> characters.set(span.start(), span.end()));
    return characters;
  }

  private static int common(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both.cardinality();
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  /** What was counted so far. */
  public Figures figures() {
    Map<String, Double> recall = new TreeMap<>();
    byType.forEach((type, count) -> recall.put(type, share(count[0], count[1])));
    recall.remove("");
    return new Figures(
        gold,
        found,
        Figure.of(half, found, gold),
        Figure.of(most, found, gold),
        sources.figure(),
        cues.figure(),
        contents.figure(),
        recall,
        share(sourceOverlaps, half),
        share(sourceExact, half),
        share(inventedSources, withoutSource));
  }
}

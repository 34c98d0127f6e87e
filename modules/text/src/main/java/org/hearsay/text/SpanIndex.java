package org.hearsay.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Tells which of many spans overlap one, without looking at each: what would compare all spans of a
 * text with each other takes time by its square. The spans have numbers, mostly the places of what
 * they belong to in a list; one number may have several. Not for use by several threads while spans
 * are added.
 */
public final class SpanIndex {
  /** How much of a text lies in one cell, in UTF-16 code units: about a paragraph. */
  private static final int CELL = 256;

  private record Entry(Span span, int number) {}

  /** For each stretch of the text the spans of which a part lies there. */
  private final List<List<Entry>> cells = new ArrayList<>();

  /** Of items with a span each, numbered by their places. */
  public static <T> SpanIndex of(List<T> items, Function<? super T, Span> span) {
    SpanIndex index = new SpanIndex();
    for (int i = 0; i < items.size(); i++) {
      index.add(i, span.apply(items.get(i)));
    }
    return index;
  }

  /** Of items with any number of spans each, numbered by their places. */
  public static <T> SpanIndex ofParts(List<T> items, Function<? super T, List<Span>> spans) {
    SpanIndex index = new SpanIndex();
    for (int i = 0; i < items.size(); i++) {
      index.add(i, spans.apply(items.get(i)));
    }
    return index;
  }

  /** Adds a span under a number. */
  public void add(int number, Span span) {
    int last = lastCell(span);
    while (cells.size() <= last) {
      cells.add(new ArrayList<>(2));
    }
    Entry entry = new Entry(span, number);
    for (int cell = span.start() / CELL; cell <= last; cell++) {
      cells.get(cell).add(entry);
    }
  }

  /** Adds spans under one number. */
  public void add(int number, List<Span> spans) {
    for (Span span : spans) {
      add(number, span);
    }
  }

  /** The numbers of the spans that overlap one of some spans, ascending, each once. */
  public int[] overlapping(List<Span> spans) {
    int[] found = new int[8];
    int count = 0;
    for (Span span : spans) {
      for (int cell = span.start() / CELL; cell <= lastSeen(span); cell++) {
        for (Entry entry : cells.get(cell)) {
          if (entry.span().overlaps(span)) {
            found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
            found[count++] = entry.number();
          }
        }
      }
    }
    return distinct(found, count);
  }

  /** The same for one span. */
  public int[] overlapping(Span span) {
    return overlapping(List.of(span));
  }

  /** Those of the items that were numbered by their places of which a span overlaps, in order. */
  public <T> List<T> overlapping(Span span, List<T> items) {
    return overlapping(List.of(span), items);
  }

  /** Those of which a span overlaps one of some spans, in order. */
  public <T> List<T> overlapping(List<Span> spans, List<T> items) {
    int[] numbers = overlapping(spans);
    List<T> out = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      out.add(items.get(number));
    }
    return out;
  }

  /** Whether any span overlaps. */
  public boolean overlaps(Span span) {
    for (int cell = span.start() / CELL; cell <= lastSeen(span); cell++) {
      for (Entry entry : cells.get(cell)) {
        if (entry.span().overlaps(span)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int lastCell(Span span) {
    return Math.max(span.start(), span.end() - 1) / CELL;
  }

  private int lastSeen(Span span) {
    return Math.min(cells.size() - 1, lastCell(span));
  }

  private static int[] distinct(int[] numbers, int count) {
    Arrays.sort(numbers, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || numbers[i] != numbers[kept - 1]) {
        numbers[kept++] = numbers[i];
      }
    }
    return Arrays.copyOf(numbers, kept);
  }
}

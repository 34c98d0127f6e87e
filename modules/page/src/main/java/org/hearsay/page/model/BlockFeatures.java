package org.hearsay.page.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Hints;
import org.hearsay.page.comments.CommentLines;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a model is told of a block: its words' shape, its markup's names, its place in the page and
 * in its tree, and the same of the blocks around it. Nothing in it depends on a language, but for
 * the lexicons' say.
 */
public final class BlockFeatures {
  private static final int OWN = 29;
  private static final int TREE = Hints.KINDS + 18;
  private static final int PLACE = 10;
  private static final int RHYTHM = 11;
  private static final int AROUND = 32;
  private static final int ECHO = 12;

  /** Which number of a block says that it is a line that heads comments. */
  private static final int STARTS_COMMENTS = 17;

  /** Which number says that it looks like a name. */
  private static final int NAME_LIKE = 21;

  /** Which number says how many marks of exclamation and question it has. */
  private static final int MARKS = 11;

  /** Longer lines come again by accident only, in characters. */
  private static final int LONGEST_ECHO = 90;

  /** How many numbers tell one block. */
  static final int SIZE = OWN + TREE + PLACE + RHYTHM + ECHO + AROUND;

  /** Where the numbers that come from class and id start. */
  public static final int HINTS_AT = OWN;

  /** How many ancestors are looked at. */
  private static final int LEVELS = 10;

  private static final int KINDS = Hints.KINDS;

  private static final Pattern TIME =
      Pattern.compile(
          "\\b\\d{1,2}[:.h]\\d{2}\\b|\\b(?:19|20)\\d{2}\\b|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b"
              + "|\\b\\d{1,2}(?:st|nd|rd|th)?\\.? \\p{L}{3,9}\\b|\\bago\\b");

  private static final Set<String> COUNTING =
      Set.of(
          "even",
          "odd",
          "alt",
          "first",
          "last",
          "parent",
          "byuser",
          "bypostauthor",
          "thread-even",
          "thread-odd",
          "thread-alt",
          "alternate");

  private final LineKinds words;

  /** Whether a date or a time stands in the line, which is short. */
  public static boolean isTime(String line) {
    return line.length() < 120 && TIME.matcher(line).find();
  }

  public BlockFeatures(LineKinds words) {
    this.words = words;
  }

  /** Sums over the blocks under one element. */
  private static final class Sum {
    int blocks;
    int chars;
    int linked;
    int prose;
  }

  /** Sums over the blocks whose path has the same names. */
  private static final class Alike {
    int blocks;
    double words;
    double squares;
    int first = -1;
    int last;
    int sayers;
  }

  /** One row of {@link #SIZE} numbers a block. */
  public float[][] of(List<Block> blocks, @Nullable String title) {
    int n = blocks.size();
    Map<Element, Sum> sums = new HashMap<>();
    Map<Element, Integer> kinds = new HashMap<>();
    Map<String, Alike> alike = new HashMap<>();
    List<Alike> of = new ArrayList<>(n);
    Hints hints = new Hints();
    Map<String, String> classes = new HashMap<>();
    boolean[] sayer = new boolean[n];
    int[] count = new int[n];
    Sum all = new Sum();
    for (int i = 0; i < n; i++) {
      Block block = blocks.get(i);
      count[i] = TextShape.count(block.text());
      int prose = isProse(block, count[i]) ? block.text().length() : 0;
      add(all, block, prose);
      int level = 0;
      StringBuilder path = new StringBuilder();
      for (Element e = block.element(); e != null && level < LEVELS; e = e.parent(), level++) {
        add(sums.computeIfAbsent(e, k -> new Sum()), block, prose);
        if (level < 4) {
          path.append(e.normalName()).append('.').append(kind(e.className(), classes)).append('/');
        }
      }
      Alike group = alike.computeIfAbsent(path.toString(), k -> new Alike());
      group.blocks++;
      group.words += count[i];
      group.squares += (double) count[i] * count[i];
      group.first = group.first < 0 ? i : group.first;
      group.last = i;
      sayer[i] = isSayer(block.text());
      group.sayers += sayer[i] ? 1 : 0;
      of.add(group);
    }
    Set<String> titleWords = title == null ? Set.of() : wordsOf(title);
    int titleAt = titleAt(blocks, title);
    float[][] rows = new float[n][SIZE];
    int before = 0;
    int proseBefore = 0;
    for (int i = 0; i < n; i++) {
      Block block = blocks.get(i);
      own(rows[i], block, count[i], titleWords, title);
      int k = tree(rows[i], OWN, block, sums, all, kinds, hints);
      rows[i][k++] = (float) i / n;
      rows[i][k++] = (float) before / Math.max(1, all.chars);
      rows[i][k++] = (float) proseBefore / Math.max(1, all.prose);
      rows[i][k++] = log(all.prose);
      rows[i][k++] = titleAt < 0 ? -200 : Math.max(-100, Math.min(300, i - titleAt));
      Alike group = of.get(i);
      double mean = group.words / group.blocks;
      rows[i][k++] = log(group.blocks);
      rows[i][k++] = log((int) mean);
      rows[i][k++] =
          (float) Math.sqrt(Math.max(0, group.squares / group.blocks - mean * mean))
              / (float) Math.max(1, mean);
      rows[i][k++] = (float) group.blocks / (group.last - group.first + 1);
      rows[i][k++] = (float) (group.words * 6 / Math.max(1, all.chars));
      before += block.text().length();
      proseBefore += isProse(block, count[i]) ? block.text().length() : 0;
    }
    rhythm(rows, blocks, sayer, of, count);
    echo(rows, blocks, count);
    int around = SIZE - AROUND;
    for (int i = 0; i < n; i++) {
      int k = around;
      for (int d : new int[] {-3, -2, -1, 1, 2, 3}) {
        int j = i + d;
        boolean there = j >= 0 && j < n;
        rows[i][k++] = there ? rows[j][1] : -1;
        rows[i][k++] = there ? rows[j][2] : -1;
        rows[i][k++] = there ? rows[j][4] : -1;
        rows[i][k++] =
            there && Objects.equals(parent(blocks.get(j)), parent(blocks.get(i))) ? 1 : 0;
        rows[i][k++] = there ? rows[j][21] * 2 + rows[j][22] : -1;
      }
      rows[i][k++] = sinceLong(count, i, -1);
      rows[i][k++] = sinceLong(count, i, 1);
    }
    return rows;
  }

  /** Whether a line says who wrote what stands next to it, and when. */
  private boolean isSayer(String text) {
    return text.length() < 120 && (TIME.matcher(text).find() || words.isSayer(text));
  }

  /**
   * The rhythm of threads: lines that say who and when, alike in their markup, with texts between
   * them.
   */
  private void rhythm(
      float[][] rows, List<Block> blocks, boolean[] sayer, List<Alike> of, int[] count) {
    int n = rows.length;
    int at = OWN + TREE + PLACE;
    int[] covering = new int[n];
    float[] share = new float[n];
    float[] between = new float[n];
    Set<Alike> seen = new HashSet<>();
    for (Alike group : of) {
      if (!seen.add(group) || group.blocks < 2 || group.sayers * 10 < group.blocks * 6) {
        continue;
      }
      int texts = 0;
      for (int i = group.first; i <= group.last; i++) {
        texts += count[i] >= 6 && !sayer[i] ? 1 : 0;
      }
      for (int i = Math.max(0, group.first - 3); i < Math.min(n, group.last + 4); i++) {
        if (group.sayers > covering[i]) {
          covering[i] = group.sayers;
          share[i] = (float) group.sayers / group.blocks;
          between[i] = (float) texts / group.sayers;
        }
      }
    }
    int heading = -1;
    int since = -1;
    int proseBefore = 0;
    int proseAtHeading = 0;
    for (int i = 0; i < n; i++) {
      if (rows[i][STARTS_COMMENTS] > 0) {
        heading = i;
        proseAtHeading = proseBefore;
      }
      proseBefore += isProse(blocks.get(i), count[i]) ? blocks.get(i).text().length() : 0;
      int k = at;
      rows[i][k++] = sayer[i] ? 1 : 0;
      rows[i][k++] = sayer[i] && words.isSayer(blocks.get(i).text()) ? 1 : 0;
      rows[i][k++] = log(covering[i]);
      rows[i][k++] = share[i];
      rows[i][k++] = between[i];
      rows[i][k++] = since < 0 ? 30 : Math.min(20, i - since);
      rows[i][k++] = heading < 0 ? -1 : Math.min(200, i - heading);
      rows[i][k++] = heading < 0 ? -1 : log(proseAtHeading);
      rows[i][k++] = (float) of.get(i).sayers / of.get(i).blocks;
      since = sayer[i] ? i : since;
    }
    since = -1;
    for (int i = n - 1; i >= 0; i--) {
      int near = 0;
      for (int j = Math.max(0, i - 10); j <= Math.min(n - 1, i + 10); j++) {
        near += sayer[j] ? 1 : 0;
      }
      rows[i][at + 9] = since < 0 ? 30 : Math.min(20, since - i);
      rows[i][at + 10] = near;
      since = sayer[i] ? i : since;
    }
  }

  /**
   * What comes again and again: "Reply", "Report", "3 hours ago" stand under each comment of a
   * thread, and readers' names and the loose spelling of their texts between them.
   */
  private void echo(float[][] rows, List<Block> blocks, int[] count) {
    int n = rows.length;
    List<List<String>> shapes = new ArrayList<>(n);
    Map<String, Integer> times = new HashMap<>();
    boolean[] form = new boolean[n];
    boolean[] loose = new boolean[n];
    for (int i = 0; i < n; i++) {
      String text = blocks.get(i).text();
      List<String> said = text.length() > LONGEST_ECHO ? List.of() : shapes(text);
      shapes.add(said);
      said.forEach(shape -> times.merge(shape, 1, Integer::sum));
      form[i] = rows[i][STARTS_COMMENTS + 1] > 0;
      loose[i] = count[i] >= 5 && isLoose(text);
    }
    float[] echo = new float[n];
    for (int i = 0; i < n; i++) {
      for (String shape : shapes.get(i)) {
        echo[i] = Math.max(echo[i], log(times.getOrDefault(shape, 1)));
      }
    }
    int at = SIZE - AROUND - ECHO;
    for (int i = 0; i < n; i++) {
      int echoes = 0;
      int forms = 0;
      int names = 0;
      int sloppy = 0;
      int marked = 0;
      int texts = 0;
      for (int j = Math.max(0, i - 8); j <= Math.min(n - 1, i + 8); j++) {
        echoes += echo[j] > 1.3f ? 1 : 0;
        forms += form[j] ? 1 : 0;
        names += rows[j][NAME_LIKE] > 0 ? 1 : 0;
        sloppy += loose[j] ? 1 : 0;
        texts += count[j] >= 5 ? 1 : 0;
        marked += count[j] >= 5 && rows[j][MARKS] > 0 ? 1 : 0;
      }
      int k = at;
      rows[i][k++] = echo[i];
      rows[i][k++] = i < 1 ? -1 : echo[i - 1];
      rows[i][k++] = i < 2 ? -1 : echo[i - 2];
      rows[i][k++] = i + 1 >= n ? -1 : echo[i + 1];
      rows[i][k++] = i + 2 >= n ? -1 : echo[i + 2];
      rows[i][k++] = echoes;
      rows[i][k++] = forms;
      rows[i][k++] = names;
      rows[i][k++] = loose[i] ? 1 : 0;
      rows[i][k++] = (float) sloppy / Math.max(1, texts);
      rows[i][k++] = (float) marked / Math.max(1, texts);
      rows[i][k++] = texts;
    }
  }

  /** What may come again of a line: all of it, how it starts, and the time that it ends with. */
  private static List<String> shapes(String line) {
    String all = shape(line);
    List<String> out = new ArrayList<>(3);
    out.add(all);
    int space = all.indexOf(' ', all.indexOf(' ') + 1);
    if (space > 3) {
      out.add("^" + all.substring(0, space));
    }
    int end = all.length() - 8;
    if (end > 0 && all.indexOf('0', end) >= 0) {
      out.add("$" + all.substring(end));
    }
    return out;
  }

  /** A line with its numbers levelled, so that "3 hours ago" is "5 hours ago". */
  private static String shape(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit) {
        out.append(Character.toLowerCase(c));
      } else if (out.length() == 0 || out.charAt(out.length() - 1) != '0') {
        out.append('0');
      }
    }
    return out.toString();
  }

  /** Signs of writing that no editor saw: small first letters, doubled marks, pictures. */
  private static boolean isLoose(String text) {
    if (Character.isLowerCase(text.codePointAt(0)) || !TextShape.endsSentence(text)) {
      return true;
    }
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      char next = text.charAt(i + 1);
      boolean doubled = c == next && (c == '!' || c == '?');
      boolean sentence = (c == '.' || c == '!' || c == '?') && Character.isLowerCase(next);
      boolean small = c == ' ' && next == 'i' && i + 2 < text.length() && text.charAt(i + 2) == ' ';
      boolean face = c == ':' && (next == ')' || next == '(' || next == '-' || next == 'D');
      if (doubled || small || face || (sentence && i + 2 < text.length() && i < 200)) {
        return true;
      }
      if (Character.isHighSurrogate(c) && c >= 0xD83C && c <= 0xD83E) {
        return true;
      }
    }
    return false;
  }

  /** A class without what tells one item of a list from the next. */
  private static String kind(String className, Map<String, String> known) {
    return className.isEmpty()
        ? className
        : known.computeIfAbsent(
            className,
            all -> {
              StringBuilder out = new StringBuilder();
              for (String name : all.split("\\s+", 20)) {
                boolean counts =
                    name.chars().anyMatch(Character::isDigit)
                        || COUNTING.contains(name.toLowerCase(Locale.ROOT));
                if (!counts && name.length() < 60) {
                  out.append(name).append(' ');
                }
              }
              return out.toString();
            });
  }

  private void own(
      float[] row, Block block, int count, Set<String> titleWords, @Nullable String title) {
    String text = block.text();
    int length = Math.max(1, text.length());
    int upper = 0;
    int digits = 0;
    int commas = 0;
    int ends = 0;
    int marks = 0;
    int quotes = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        upper += Character.isUpperCase(c) ? 1 : 0;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == ',' || c == '、' || c == '，') {
        commas++;
      } else if (c == '.' || c == '。') {
        ends++;
      } else if (c == '!' || c == '?' || c == '！' || c == '？') {
        marks++;
      } else if (c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»') {
        quotes++;
      }
    }
    int k = 0;
    row[k++] = log(length);
    row[k++] = log(count);
    row[k++] = (float) block.linkDensity();
    row[k++] = (float) length / Math.max(1, count);
    row[k++] = heading(block.element());
    row[k++] = tag(block.element());
    row[k++] = (float) upper / Math.max(1, letters);
    row[k++] = (float) digits / length;
    row[k++] = (float) commas / Math.max(1, count);
    row[k++] = (float) ends / Math.max(1, count);
    row[k++] = log(ends);
    row[k++] = (float) marks / Math.max(1, count);
    row[k++] = quotes > 0 ? 1 : 0;
    row[k++] = TextShape.endsSentence(text) ? 1 : 0;
    row[k++] =
        Character.isUpperCase(text.codePointAt(0)) ? 1 : Character.isDigit(text.charAt(0)) ? 2 : 0;
    row[k++] = (float) (length - letters - digits) / length;
    row[k++] = words.isChrome(text) ? 1 : 0;
    boolean starts = words.startsComments(text);
    row[k++] = starts ? 1 : 0;
    row[k++] = starts || words.isForm(text) ? 1 : 0;
    row[k++] = words.byline(text) != null ? 1 : 0;
    row[k++] = text.endsWith(":") ? 1 : 0;
    row[k++] = length < 60 && CommentLines.isName(text) ? 1 : 0;
    row[k++] = length < 120 && TIME.matcher(text).find() ? 1 : 0;
    row[k++] = text.indexOf('©') >= 0 ? 1 : 0;
    row[k++] = text.indexOf('|') >= 0 || text.indexOf('·') >= 0 || text.indexOf('»') >= 0 ? 1 : 0;
    row[k++] = text.endsWith("...") || text.endsWith("…") ? 1 : 0;
    row[k++] = title == null ? -1 : share(text, titleWords);
    row[k++] = title != null && text.equalsIgnoreCase(title) ? 1 : 0;
    row[k++] = title == null ? 0 : 1;
  }

  private static int tree(
      float[] row,
      int from,
      Block block,
      Map<Element, Sum> sums,
      Sum all,
      Map<Element, Integer> kinds,
      Hints hints) {
    int k = from;
    int[] near = new int[KINDS];
    Arrays.fill(near, LEVELS + 2);
    int level = 0;
    int own = 0;
    Element body = null;
    for (Element e = block.element(); e != null && level < LEVELS; e = e.parent(), level++) {
      Integer mask = kinds.get(e);
      if (mask == null) {
        mask = hints.of(e);
        kinds.put(e, mask);
      }
      own = level == 0 ? mask : own;
      for (int kind = 0; kind < KINDS; kind++) {
        if ((mask & (1 << kind)) != 0 && near[kind] > level) {
          near[kind] = level;
          body = kind == Hints.BODY && body == null ? e : body;
        }
      }
    }
    for (int kind = 0; kind < KINDS; kind++) {
      row[k++] = near[kind];
    }
    Element e = block.element();
    for (int i = 0; i < 4; i++) {
      Sum sum = e == null ? all : sums.getOrDefault(e, all);
      row[k++] = log(sum.blocks);
      row[k++] = (float) sum.linked / Math.max(1, sum.chars);
      row[k++] = (float) sum.prose / Math.max(1, all.prose);
      row[k++] = (float) sum.prose / Math.max(1, sum.chars);
      e = e == null ? null : e.parent();
    }
    Sum held = body == null ? null : sums.get(body);
    row[k++] = held == null ? -1 : (float) held.prose / Math.max(1, all.prose);
    row[k++] = Integer.bitCount(own);
    return k;
  }

  private static @Nullable Element parent(Block block) {
    return block.element().parent();
  }

  private static void add(Sum sum, Block block, int prose) {
    sum.blocks++;
    sum.chars += block.text().length();
    sum.linked += Math.min(block.linked(), block.text().length());
    sum.prose += prose;
  }

  private static boolean isProse(Block block, int count) {
    return block.linkDensity() < 0.35 && count >= 12;
  }

  private static float sinceLong(int[] count, int from, int step) {
    for (int d = 1; d <= 12; d++) {
      int i = from + d * step;
      if (i < 0 || i >= count.length) {
        return 20;
      }
      if (count[i] >= 20) {
        return d;
      }
    }
    return 13;
  }

  private static int titleAt(List<Block> blocks, @Nullable String title) {
    int heading = -1;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (title != null && block.isHeading() && block.text().equalsIgnoreCase(title)) {
        return i;
      }
      if (heading < 0 && block.element().normalName().equals("h1")) {
        heading = i;
      }
    }
    return heading;
  }

  private static Set<String> wordsOf(String text) {
    Set<String> out = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() > 3) {
        out.add(word);
      }
    }
    return out;
  }

  private static float share(String text, Set<String> title) {
    if (title.isEmpty() || text.length() > 400) {
      return 0;
    }
    int found = 0;
    for (String word : wordsOf(text)) {
      found += title.contains(word) ? 1 : 0;
    }
    return (float) found / title.size();
  }

  private static float heading(Element e) {
    String tag = e.normalName();
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))
        ? tag.charAt(1) - '0'
        : 0;
  }

  private static float tag(Element e) {
    return switch (e.normalName()) {
      case "p" -> 1;
      case "div" -> 2;
      case "li" -> 3;
      case "td", "th" -> 4;
      case "blockquote", "q" -> 5;
      case "pre", "code" -> 6;
      case "dd", "dt" -> 7;
      case "figcaption", "caption" -> 8;
      case "section", "article", "main" -> 9;
      case "address", "footer", "header", "nav", "aside" -> 10;
      case "form", "label", "fieldset", "legend" -> 11;
      default -> 0;
    };
  }

  private static float log(int n) {
    return (float) Math.log1p(n);
  }
}

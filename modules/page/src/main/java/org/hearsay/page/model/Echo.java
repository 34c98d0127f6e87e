package org.hearsay.page.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;

/**
 * What comes again and again: "Reply", "Report", "3 hours ago" stand under each comment of a
 * thread, and readers' names and the loose spelling of their texts between them.
 */
final class Echo {
  /** Longer lines come again by accident only, in characters. */
  private static final int LONGEST_ECHO = 90;

  private static final Pattern CARELESS = PageLexicon.pattern("careless-small");

  private final int[] count;
  private final float[] echo;
  private final boolean[] loose;

  Echo(PageSums page) {
    int n = page.blocks.size();
    this.count = page.count;
    this.echo = new float[n];
    this.loose = new boolean[n];
    List<List<String>> shapes = new ArrayList<>(n);
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < n; i++) {
      String text = page.blocks.get(i).text();
      List<String> said = text.length() > LONGEST_ECHO ? List.of() : shapes(text);
      shapes.add(said);
      said.forEach(shape -> times.merge(shape, 1, Integer::sum));
      loose[i] = count[i] >= 5 && isLoose(text);
    }
    for (int i = 0; i < n; i++) {
      for (String shape : shapes.get(i)) {
        echo[i] = Math.max(echo[i], BlockFeatures.log(times.getOrDefault(shape, 1)));
      }
    }
  }

  /** Writes the numbers of all blocks, each from there on in its row. */
  void write(float[][] rows, int at) {
    int n = rows.length;
    for (int i = 0; i < n; i++) {
      int echoes = 0;
      int forms = 0;
      int names = 0;
      int sloppy = 0;
      int marked = 0;
      int texts = 0;
      for (int j = Math.max(0, i - 8); j <= Math.min(n - 1, i + 8); j++) {
        echoes += echo[j] > 1.3f ? 1 : 0;
        forms += rows[j][BlockFeatures.STARTS_COMMENTS + 1] > 0 ? 1 : 0;
        names += rows[j][BlockFeatures.NAME_LIKE] > 0 ? 1 : 0;
        sloppy += loose[j] ? 1 : 0;
        texts += count[j] >= 5 ? 1 : 0;
        marked += count[j] >= 5 && rows[j][BlockFeatures.MARKS] > 0 ? 1 : 0;
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

  /** Signs of writing that no editor saw: small letters, doubled marks, pictures. */
  private static boolean isLoose(String text) {
    if (Character.isLowerCase(text.codePointAt(0))
        || !TextShape.endsSentence(text)
        || CARELESS.matcher(text).find()) {
      return true;
    }
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      char next = text.charAt(i + 1);
      boolean doubled = c == next && (c == '!' || c == '?');
      boolean sentence = (c == '.' || c == '!' || c == '?') && Character.isLowerCase(next);
      boolean face = c == ':' && (next == ')' || next == '(' || next == '-' || next == 'D');
      if (doubled || face || (sentence && i + 2 < text.length() && i < 200)) {
        return true;
      }
      if (Character.isHighSurrogate(c) && c >= 0xD83C && c <= 0xD83E) {
        return true;
      }
    }
    return false;
  }
}

package org.hearsay.systemtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arrows of a picture's text, as our pictures are written: a statement a line, of names and
 * groups of names in braces.
 */
final class Drawn {
  private static final Pattern ATTRIBUTES = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z-]*");

  private final Set<String> arrows = new TreeSet<>();

  Drawn(String dot) {
    dot.lines()
        .filter(line -> line.contains("->") && !line.strip().startsWith("//"))
        .filter(line -> !line.contains("style=invis"))
        .forEach(this::add);
  }

  /** Each as "one -> other". */
  Set<String> arrows() {
    return arrows;
  }

  private void add(String statement) {
    boolean both = statement.contains("dir=both");
    String[] ends = ATTRIBUTES.matcher(statement).replaceAll("").split("->", -1);
    for (int i = 1; i < ends.length; i++) {
      for (String from : names(ends[i - 1])) {
        for (String to : names(ends[i])) {
          arrows.add(from + " -> " + to);
          if (both) {
            arrows.add(to + " -> " + from);
          }
        }
      }
    }
  }

  private static List<String> names(String end) {
    List<String> out = new ArrayList<>();
    // The hyphens of an arrow were taken away; those that are left belong to names.
    Matcher matcher = NAME.matcher(end);
    while (matcher.find()) {
      out.add(matcher.group());
    }
    return out;
  }
}

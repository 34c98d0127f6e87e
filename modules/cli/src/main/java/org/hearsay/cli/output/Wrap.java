package org.hearsay.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.cli.options.SettingsProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Breaks texts into lines that a terminal has room for. Widths are in code points. */
public final class Wrap {
  /** How wide text is where nobody says. */
  public static final int USUAL_WIDTH = 80;

  private static final int NARROWEST = 20;

  private Wrap() {}

  /** The width of the terminal, as COLUMNS of the environment says it, else the usual one. */
  public static int width(CommandSpec command) {
    return command.defaultValueProvider() instanceof SettingsProvider settings
        ? width(settings.columns(), USUAL_WIDTH)
        : USUAL_WIDTH;
  }

  /** The width that COLUMNS says, but no less than words need; the usual one where it says none. */
  public static int width(@Nullable String columns, int usual) {
    try {
      return columns == null ? usual : Math.max(NARROWEST, Integer.parseInt(columns.strip()));
    } catch (NumberFormatException e) {
      return usual;
    }
  }

  /** The lines of a text, broken at spaces where there are any in reach. */
  public static List<String> lines(String text, int width) {
    return lines(text, width, width);
  }

  private static List<String> lines(String text, int first, int width) {
    List<String> out = new ArrayList<>();
    String rest = text;
    int room = first;
    while (length(rest) > room) {
      int hard = rest.offsetByCodePoints(0, Math.max(0, room));
      int space = rest.lastIndexOf(' ', hard);
      // A word that only this line has no room for begins the next.
      int end = space > 0 ? space : room < width ? 0 : hard;
      out.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
      room = width;
    }
    out.add(rest);
    return out;
  }

  /**
   * A text with a hanging indent, its own line breaks taken for spaces.
   *
   * @param head what stands before the text on its first line
   * @param indent how far the other lines are moved to the right
   */
  public static String hanging(String head, String text, int indent, int width) {
    int room = Math.max(NARROWEST, width - indent);
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return head
        + String.join(
            System.lineSeparator() + " ".repeat(indent),
            lines(line, room + indent - length(head), room));
  }

  /** How many code points a text has. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

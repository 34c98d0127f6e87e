package org.hearsay.page.bytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The encoding that a page declares in itself: the HTML Standard's "prescan a byte stream to
 * determine its encoding", then the XML declaration. Two things differ: what stands in scripts and
 * style sheets is skipped, and the caller says how far to look. Not for threads.
 */
final class DeclaredEncoding {
  private final String head;
  private int at;

  private DeclaredEncoding(String head) {
    this.head = head;
  }

  /**
   * The encoding, else null.
   *
   * @param head the page's first bytes, one character each
   */
  public static @Nullable Charset of(String head) {
    Charset meta = new DeclaredEncoding(head).inMeta();
    return meta == null ? inXml(head) : meta;
  }

  /**
   * The charset of a Content-Type, as a header or a meta element gives it; else null. After the
   * HTML Standard's "extracting a character encoding from a meta element".
   */
  static @Nullable Charset ofContentType(String value) {
    String low = value.toLowerCase(Locale.ROOT);
    int at = 0;
    while (true) {
      int name = low.indexOf("charset", at);
      if (name < 0) {
        return null;
      }
      at = afterSpace(low, name + "charset".length());
      if (at < low.length() && low.charAt(at) == '=') {
        return EncodingLabels.shipped().charset(label(low, afterSpace(low, at + 1)));
      }
    }
  }

  /** The label that starts there: in quotation marks, else up to white space or a semicolon. */
  private static String label(String text, int at) {
    if (at >= text.length()) {
      return "";
    }
    char quote = text.charAt(at);
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, at + 1);
      return end < 0 ? "" : text.substring(at + 1, end);
    }
    int end = at;
    while (end < text.length() && !isSpace(text.charAt(end)) && text.charAt(end) != ';') {
      end++;
    }
    return text.substring(at, end);
  }

  private static @Nullable Charset inXml(String head) {
    String start = head.stripLeading();
    int end = start.indexOf('>');
    if (!start.startsWith("<?xml") || end < 0) {
      return null;
    }
    String declaration = start.substring(0, end);
    int name = declaration.indexOf("encoding");
    int at = name < 0 ? -1 : afterSpace(declaration, name + "encoding".length());
    if (at < 0 || at >= declaration.length() || declaration.charAt(at) != '=') {
      return null;
    }
    return readable(
        EncodingLabels.shipped().charset(label(declaration, afterSpace(declaration, at + 1))));
  }

  private @Nullable Charset inMeta() {
    while (at < head.length()) {
      at = head.indexOf('<', at);
      if (at < 0) {
        return null;
      }
      if (head.startsWith("<!--", at)) {
        // "<!-->" is a whole comment.
        at = after("-->", at + 2);
      } else if (isTag("meta", at + 1)) {
        at += "<meta".length();
        Charset charset = meta();
        if (charset != null) {
          return charset;
        }
      } else if (isLetter(at + 1) || (isAt('/', at + 1) && isLetter(at + 2))) {
        element();
      } else if (isAt('!', at + 1) || isAt('/', at + 1) || isAt('?', at + 1)) {
        at = after(">", at + 1);
      } else {
        at++;
      }
    }
    return null;
  }

  /** The encoding that the meta element declares whose attributes start here, else null. */
  private @Nullable Charset meta() {
    Map<String, String> attributes = attributes();
    String named = attributes.get("charset");
    if (named != null) {
      return readable(EncodingLabels.shipped().charset(named));
    }
    String content = attributes.get("content");
    boolean pragma = "content-type".equals(attributes.get("http-equiv"));
    return pragma && content != null ? readable(ofContentType(content)) : null;
  }

  /** A declaration that could be read as single bytes is not in UTF-16, whatever it says. */
  private static @Nullable Charset readable(@Nullable Charset charset) {
    return charset != null && charset.name().startsWith("UTF-16")
        ? StandardCharsets.UTF_8
        : charset;
  }

  /** Goes past a tag, and past the element where it holds no markup. */
  private void element() {
    String raw = isTag("script", at + 1) ? "</script" : isTag("style", at + 1) ? "</style" : null;
    at++;
    while (at < head.length() && !isSpace(head.charAt(at)) && head.charAt(at) != '>') {
      at++;
    }
    attributes();
    if (raw != null) {
      int end = head.toLowerCase(Locale.ROOT).indexOf(raw, at);
      at = end < 0 ? head.length() : end;
    }
  }

  /** The attributes from here to the tag's end, in lower case, each the first of its name. */
  private Map<String, String> attributes() {
    Map<String, String> out = new HashMap<>();
    while (true) {
      while (at < head.length() && (isSpace(head.charAt(at)) || head.charAt(at) == '/')) {
        at++;
      }
      if (at >= head.length() || head.charAt(at) == '>') {
        return out;
      }
      int start = at;
      while (at < head.length()
          && (head.charAt(at) != '=' || at == start)
          && !isSpace(head.charAt(at))
          && head.charAt(at) != '/'
          && head.charAt(at) != '>') {
        at++;
      }
      String name = head.substring(start, at).toLowerCase(Locale.ROOT);
      at = afterSpace(head, at);
      String value = "";
      if (isAt('=', at)) {
        at = afterSpace(head, at + 1);
        value = value();
      }
      out.putIfAbsent(name, value.toLowerCase(Locale.ROOT));
    }
  }

  private String value() {
    if (at >= head.length()) {
      return "";
    }
    char quote = head.charAt(at);
    int start = at;
    if (quote == '"' || quote == '\'') {
      int end = head.indexOf(quote, at + 1);
      at = end < 0 ? head.length() : end + 1;
      return head.substring(start + 1, end < 0 ? head.length() : end);
    }
    while (at < head.length() && !isSpace(head.charAt(at)) && head.charAt(at) != '>') {
      at++;
    }
    return head.substring(start, at);
  }

  /** Where the text goes on after the mark, else its end. */
  private int after(String mark, int from) {
    int found = head.indexOf(mark, from);
    return found < 0 ? head.length() : found + mark.length();
  }

  private boolean isTag(String name, int from) {
    int end = from + name.length();
    return head.regionMatches(true, from, name, 0, name.length())
        && (isAt('/', end) || isAt('>', end) || (end < head.length() && isSpace(head.charAt(end))));
  }

  private boolean isAt(char c, int i) {
    return i < head.length() && head.charAt(i) == c;
  }

  private boolean isLetter(int i) {
    return i < head.length()
        && ((head.charAt(i) >= 'a' && head.charAt(i) <= 'z')
            || (head.charAt(i) >= 'A' && head.charAt(i) <= 'Z'));
  }

  private static int afterSpace(String text, int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
}

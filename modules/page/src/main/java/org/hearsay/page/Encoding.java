package org.hearsay.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page's bytes to characters, the way browsers do it. */
final class Encoding {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

  /** How far into the page a declaration is looked for, in bytes. */
  private static final int HEAD = 8192;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Encoding() {}

  static String decode(byte[] bytes, @Nullable String contentType) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    Charset charset = contentType == null ? null : named(contentType);
    if (charset == null) {
      String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
      charset = declared(head);
    }
    if (charset != null) {
      return new String(bytes, charset);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  /** Whether the bytes carry a mark that makes NUL bytes plain characters' halves. */
  static boolean wide(byte[] bytes, @Nullable String contentType) {
    return starts(bytes, 0xFE, 0xFF)
        || starts(bytes, 0xFF, 0xFE)
        || (contentType != null && contentType.toLowerCase(Locale.ROOT).contains("utf-16"));
  }

  static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Charset declared(String head) {
    int at = head.toLowerCase(Locale.ROOT).indexOf("<meta");
    if (at < 0) {
      return null;
    }
    Charset charset = named(head.substring(at));
    // A declaration that could be read as single bytes is not in UTF-16, whatever it says.
    return charset != null && charset.name().startsWith("UTF-16")
        ? StandardCharsets.UTF_8
        : charset;
  }

  private static @Nullable Charset named(String text) {
    Matcher matcher = CHARSET.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    try {
      Charset charset = Charset.forName(matcher.group(1));
      // Browsers read both labels as windows-1252: pages that claim them use its quotes and dashes.
      return charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
          ? WINDOWS
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}

package org.hearsay.topology.stores;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How texts, names and numbers are written among the fields of a {@link VersionedForm}. */
public final class PackedForm {
  private static final HexFormat HEX = HexFormat.of();

  private PackedForm() {}

  /** Writes a text longer than {@link DataOutputStream#writeUTF} allows; -1 stands for null. */
  public static void writeString(@Nullable String text, DataOutputStream out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads a text or null. */
  public static @Nullable String readString(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    return new String(bytes(length, in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int length, DataInputStream in) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("a text of " + length + " bytes ends after " + bytes.length);
    }
    return bytes;
  }

  /** Reads a text that is not null. */
  public static String string(DataInputStream in) throws IOException {
    @Nullable String text = readString(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }

  /**
   * Writes a number of 0 or more in as few bytes as it needs, seven bits each, the least first
   * (LEB128).
   */
  public static void writeCount(int count, DataOutputStream out) throws IOException {
    int rest = count;
    while (rest >>> 7 != 0) {
      out.writeByte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  /** Reads such a number. */
  public static int count(DataInputStream in) throws IOException {
    int count = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int bits = in.readUnsignedByte();
      count |= (bits & 0x7f) << shift;
      if (bits < 0x80) {
        return count;
      }
    }
    throw new IOException("a number of more than five bytes");
  }

  /**
   * Writes a short text, such as an id, with its length and kind in front. Hexadecimal digits take
   * half a byte each: articles' ids are such, and a store holds one for every fingerprint.
   */
  public static void writeName(String name, DataOutputStream out) throws IOException {
    byte @Nullable [] digits = hexadecimal(name);
    byte[] bytes = digits == null ? name.getBytes(StandardCharsets.UTF_8) : digits;
    writeCount((bytes.length << 1) | (digits == null ? 0 : 1), out);
    out.write(bytes);
  }

  /** Reads such a text. */
  public static String name(DataInputStream in) throws IOException {
    int head = count(in);
    byte[] bytes = bytes(head >>> 1, in);
    return (head & 1) == 0 ? new String(bytes, StandardCharsets.UTF_8) : HEX.formatHex(bytes);
  }

  /** The bytes that a text stands for in lower-case hexadecimal digits, or null. */
  private static byte @Nullable [] hexadecimal(String text) {
    if (text.length() % 2 != 0) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (!HexFormat.isHexDigit(digit) || Character.isUpperCase(digit)) {
        return null;
      }
    }
    return HEX.parseHex(text);
  }
}

package org.hearsay.topology.facts;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.text.Span;
import org.hearsay.topology.stores.PackedForm;
import org.hearsay.topology.stores.VersionedForm.Reader;
import org.hearsay.topology.stores.VersionedForm.Writer;
import org.jspecify.annotations.Nullable;

/** How the parts of facts are written: short texts with their length in front, lists likewise. */
public final class Fields {
  private Fields() {}

  /** Writes a text that may be missing. */
  public static void writeMaybe(@Nullable String text, DataOutputStream out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      PackedForm.writeName(text, out);
    }
  }

  /** Reads such a text. */
  public static @Nullable String maybe(DataInputStream in) throws IOException {
    return in.readBoolean() ? PackedForm.name(in) : null;
  }

  /** Writes a list, its length first. */
  public static <T> void writeList(Collection<T> list, Writer<T> writer, DataOutputStream out)
      throws IOException {
    PackedForm.writeCount(list.size(), out);
    for (T one : list) {
      writer.write(one, out);
    }
  }

  /** Reads such a list. */
  public static <T> List<T> list(Reader<T> reader, DataInputStream in) throws IOException {
    List<T> out = new ArrayList<>();
    for (int n = PackedForm.count(in); n > 0; n--) {
      out.add(reader.read(in));
    }
    return out;
  }

  /** Writes a word of an enumeration by its name, so that others may come between. */
  public static void writeWord(Enum<?> word, DataOutputStream out) throws IOException {
    PackedForm.writeName(word.name(), out);
  }

  /** Reads such a word. */
  public static <E extends Enum<E>> E word(Class<E> kind, DataInputStream in) throws IOException {
    return word(kind, PackedForm.name(in));
  }

  /** Writes a word that may be missing. */
  public static void writeMaybeWord(@Nullable Enum<?> word, DataOutputStream out)
      throws IOException {
    writeMaybe(word == null ? null : word.name(), out);
  }

  /** Reads such a word. */
  public static <E extends Enum<E>> @Nullable E maybeWord(Class<E> kind, DataInputStream in)
      throws IOException {
    @Nullable String name = maybe(in);
    return name == null ? null : word(kind, name);
  }

  /** The word of that name. */
  public static <E extends Enum<E>> E word(Class<E> kind, String name) throws IOException {
    try {
      return Enum.valueOf(kind, name);
    } catch (IllegalArgumentException e) {
      throw new IOException("no " + kind.getSimpleName() + " is called " + name, e);
    }
  }

  /** Writes a time, in milliseconds. */
  public static void writeTime(Instant time, DataOutputStream out) throws IOException {
    out.writeLong(time.toEpochMilli());
  }

  /** Reads such a time. */
  public static Instant time(DataInputStream in) throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }

  /** Writes an outlet. */
  public static void writeOutlet(OutletName outlet, DataOutputStream out) throws IOException {
    writeMaybe(outlet.id(), out);
    writeMaybe(outlet.name(), out);
    writeMaybe(outlet.address(), out);
  }

  /** Reads an outlet. */
  public static OutletName outlet(DataInputStream in) throws IOException {
    return new OutletName(maybe(in), maybe(in), maybe(in));
  }

  /** Writes where something stands: its start and its length. */
  public static void writeSpan(Span span, DataOutputStream out) throws IOException {
    PackedForm.writeCount(span.start(), out);
    PackedForm.writeCount(span.length(), out);
  }

  /** Reads such a place. */
  public static Span span(DataInputStream in) throws IOException {
    int start = PackedForm.count(in);
    int length = PackedForm.count(in);
    if (start < 0 || length < 0 || start + length < start) {
      throw new IOException("no place in a text: " + length + " units from " + start);
    }
    return new Span(start, start + length);
  }
}

package org.hearsay.lineage;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hearsay.text.Fold;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An article as this library looks at it.
 *
 * @param id the article's id
 * @param outlet who publishes it: a catalogue id, else a name or a host, else null
 * @param title the headline, or null
 * @param dek the line below it, or null
 * @param body the paragraphs; offsets elsewhere are UTF-16 code units into this
 * @param paragraphs each paragraph's span in {@code body}; text outside them is not looked at
 * @param publishedAt when it says it was published, or null; exactly midnight UTC counts as a day
 *     without a time
 * @param firstSeen when it was first seen
 * @param declared the outlets that its notices name as its origin, in the form of {@code outlet}
 */
public record Piece(
    String id,
    @Nullable String outlet,
    @Nullable String title,
    @Nullable String dek,
    String body,
    List<Span> paragraphs,
    @Nullable Instant publishedAt,
    Instant firstSeen,
    List<String> declared) {

  /**
   * When an article was first seen that nobody saw come, such as one of a file: after every time
   * that a page may give, so that each is believed.
   */
  public static final Instant NOT_SEEN = Instant.parse("9999-12-31T00:00:00Z");

  /** Keeps its own copies of the lists. */
  public Piece {
    paragraphs = List.copyOf(paragraphs);
    declared = List.copyOf(declared);
  }

  /**
   * One name for an outlet, so that a notice that names it and a page that it publishes agree: its
   * catalogue id, else its folded name, else the host of the address.
   *
   * @return null where nothing of it is known
   */
  public static @Nullable String outletKey(
      @Nullable String id, @Nullable String name, @Nullable String address) {
    if (id != null) {
      return id;
    }
    if (name != null && !name.isBlank()) {
      return Fold.name(name);
    }
    if (address == null) {
      return null;
    }
    try {
      @Nullable String host = URI.create(address).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether both are known to be of one outlet. */
  public boolean sameOutlet(Piece other) {
    return outlet != null && outlet.equals(other.outlet);
  }

  /** Whether both have the same headline, or none. */
  public boolean sameTitle(Piece other) {
    return Objects.equals(title, other.title);
  }

  /** Whether both have the same line below it, or none. */
  public boolean sameDek(Piece other) {
    return Objects.equals(dek, other.dek);
  }
}

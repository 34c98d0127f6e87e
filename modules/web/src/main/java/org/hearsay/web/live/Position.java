package org.hearsay.web.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to where somebody has seen what came in.
 *
 * @param store the store's id: another store counts anew
 * @param commit the transaction
 * @param id the last row of it that was seen
 */
public record Position(String store, long commit, String id) {
  /** After every id of rows: those are hexadecimal. */
  private static final String END = "~";

  private static final Pattern TEXT = Pattern.compile("([0-9a-f-]+)/(\\d{1,18})/([0-9a-f]+|~)");

  /** After all of a transaction. */
  public static Position after(String store, long commit) {
    return new Position(store, commit, END);
  }

  /** Whether there may be more rows up to the end of a transaction. */
  public boolean isBefore(long last) {
    return commit < last || (commit == last && !id.equals(END));
  }

  /** Whether it is behind another one of the same store. */
  public boolean isAfter(Position other) {
    return commit > other.commit || (commit == other.commit && id.compareTo(other.id) > 0);
  }

  /** As it is the id of an event. */
  public String text() {
    return store + "/" + commit + "/" + id;
  }

  /** Reads one; none where it is of another form, or of another store. */
  public static Optional<Position> parse(String text, String store) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches() || !parts.group(1).equals(store)) {
      return Optional.empty();
    }
    return Optional.of(new Position(store, Long.parseLong(parts.group(2)), parts.group(3)));
  }
}

package org.hearsay.web.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.store.search.Claims;
import org.hearsay.web.api.Asker;
import org.hearsay.web.api.ClaimRows;
import org.hearsay.web.http.Bytes;
import org.hearsay.web.http.Json;

/** Claims as events. */
final class ClaimEvents {
  /** So many are read at once; the rest once these are taken. */
  private static final int AT_ONCE = 50;

  /** In characters, but for one claim that is longer. */
  private static final int LONGEST = 256 << 10;

  private final Asker asker;
  private final ClaimRows rows;
  private final Arrivals arrivals;

  /** Of that store. */
  ClaimEvents(Asker asker) {
    this.asker = asker;
    this.rows = new ClaimRows(asker);
    this.arrivals = new Arrivals(asker);
  }

  /** An event as it is sent. */
  static String event(String name, String data, Optional<Position> position) {
    return position.map(at -> "id: " + at.text() + "\n").orElse("")
        + "event: "
        + name
        + "\ndata: "
        + data
        + "\n\n";
  }

  /** The newest claims of a filter, the oldest of them first. */
  String newest(Map<String, List<String>> filter, int count) {
    if (count == 0) {
      asker.rows(Claims.LISTING.since(filter, Long.MAX_VALUE, "", 1));
      return "";
    }
    List<Map<String, Object>> found =
        new ArrayList<>(
            asker.rows(Claims.LISTING.whole(filter, Claims.LISTING.sorts().get(0), count)));
    Collections.reverse(found);
    StringBuilder out = new StringBuilder();
    rows.complete(found)
        .forEach(row -> out.append(event("claim", Json.text(row), Optional.empty())));
    return out.toString();
  }

  /** What came after a position: the first of it. */
  Batches.Batch after(Map<String, List<String>> filter, Position position) {
    Arrivals.Arrived came = arrivals.after(filter, position, AT_ONCE);
    StringBuilder out = new StringBuilder();
    Position end = position;
    for (Map<String, Object> row : came.claims()) {
      if (out.length() > LONGEST) {
        return new Batches.Batch(Bytes.of(out.toString()), end);
      }
      end = Arrivals.of(row, position.store());
      out.append(event("claim", Json.text(row), Optional.of(end)));
    }
    return new Batches.Batch(Bytes.of(out.toString()), came.end());
  }
}

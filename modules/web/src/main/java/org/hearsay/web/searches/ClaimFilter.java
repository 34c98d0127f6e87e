package org.hearsay.web.searches;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.Filter;
import org.hearsay.store.search.FilterException;

/** A filter of claims as it stands in an address. */
final class ClaimFilter {
  private ClaimFilter() {}

  /**
   * Its values, by name.
   *
   * @throws IllegalArgumentException when it is none; its message says what is wrong
   */
  static Map<String, List<String>> parse(String text) {
    String query = text.startsWith("?") ? text.substring(1) : text;
    List<String> known = Claims.LISTING.filters().stream().map(Filter::name).toList();
    Map<String, List<String>> out = new LinkedHashMap<>();
    for (String part : query.split("&", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      String name = decoded(equals < 0 ? part : part.substring(0, equals));
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            name + " is no filter of claims; there are " + String.join(", ", known));
      }
      out.computeIfAbsent(name, key -> new ArrayList<>())
          .add(equals < 0 ? "" : decoded(part.substring(equals + 1)));
    }
    try {
      Claims.LISTING.since(out, 0, "", 1);
    } catch (FilterException e) {
      throw new IllegalArgumentException(e.filter() + " " + e.getMessage(), e);
    }
    return out;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

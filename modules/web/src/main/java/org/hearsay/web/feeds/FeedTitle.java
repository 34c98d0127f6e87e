package org.hearsay.web.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearsay.store.search.Filter;
import org.jspecify.annotations.Nullable;

/** What a feed is called: what its claims were chosen by, in words. */
final class FeedTitle {
  private static final Pattern INNER_CAPITAL = Pattern.compile("(?=\\p{Lu})");
  private static final Pattern FIRST_LETTER = Pattern.compile("(^|[\\s-])(\\p{L})");

  /** Names by keys, as the claims have them. */
  private final Map<String, String> names = new HashMap<>();

  private FeedTitle(List<Map<String, Object>> claims) {
    for (Map<String, Object> claim : claims) {
      learn(claim, "speakerKey", "speakerName");
      learn(claim, "outletId", "outletName");
      if (claim.get("chain") instanceof List<?> links) {
        links.forEach(link -> learn(link, "key", "name"));
      }
      if (claim.get("about") instanceof List<?> ids
          && claim.get("aboutNames") instanceof List<?> called) {
        for (int i = 0; i < Math.min(ids.size(), called.size()); i++) {
          names.putIfAbsent(String.valueOf(ids.get(i)), String.valueOf(called.get(i)));
        }
      }
    }
  }

  /** Of claims that were chosen by that. */
  static String of(Map<String, List<String>> filter, List<Map<String, Object>> claims) {
    FeedTitle words = new FeedTitle(claims);
    List<String> parts = new ArrayList<>();
    new TreeMap<>(filter)
        .forEach(
            (name, given) -> {
              List<String> values = given.stream().filter(value -> !value.isBlank()).toList();
              if (!values.isEmpty()) {
                parts.add(words.part(name, values));
              }
            });
    return parts.isEmpty() ? "Claims" : "Claims " + String.join(", ", parts);
  }

  private void learn(@Nullable Object row, String key, String name) {
    if (row instanceof Map<?, ?> one && one.get(key) != null && one.get(name) != null) {
      names.putIfAbsent(String.valueOf(one.get(key)), String.valueOf(one.get(name)));
    }
  }

  private String part(String name, List<String> values) {
    return switch (name) {
      case "speaker" -> "said by " + called(values, "nobody named");
      case "relay" -> "passed on by " + called(values, "nobody");
      case "origin" -> "copied from " + called(values, "nobody");
      case "outlet" -> "in " + called(values, "no outlet");
      case "entity" -> "about " + called(values, "nothing");
      case "q" -> "with the words " + String.join(" and ", values);
      case "article" -> "of " + (values.size() > 1 ? "some articles" : "one article");
      case "cluster" -> "that outlets share";
      case "id" -> "by their ids";
      case "from" -> "from " + values.get(0) + " on";
      case "to" -> "before " + values.get(0);
      case "minConfidence" -> "sure " + values.get(0) + " at least";
      case "minCheckWorthiness" -> "worth checking " + values.get(0) + " at least";
      case "independent" -> "in " + values.get(0) + " independent reports at most";
      case "voice" -> values.contains("OUTLET") ? "of articles" : "also of readers";
      default ->
          INNER_CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT)
              + ": "
              + values.stream()
                  .map(value -> value.toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(" or "));
    };
  }

  private String called(List<String> keys, String none) {
    return keys.stream()
        .map(key -> key.equals(Filter.NONE) ? none : names.getOrDefault(key, readable(key)))
        .collect(Collectors.joining(" or "));
  }

  /** A key that no claim has a name for: its words. */
  private static String readable(String key) {
    String words =
        key.startsWith(Filter.NAME) ? key.substring(Filter.NAME.length()) : key.replace('-', ' ');
    return FIRST_LETTER
        .matcher(words)
        .replaceAll(found -> found.group(1) + found.group(2).toUpperCase(Locale.ROOT));
  }
}

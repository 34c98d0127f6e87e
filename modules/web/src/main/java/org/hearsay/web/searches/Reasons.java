package org.hearsay.web.searches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearsay.store.search.Filter;

/** Why a search chose a claim, in words. */
final class Reasons {
  private static final String EACH = "every claim is chosen";

  private Reasons() {}

  /** What of the filter the claim has. */
  static String of(Map<String, List<String>> filter, Map<String, Object> claim) {
    List<String> out = new ArrayList<>();
    filter.forEach(
        (name, given) -> {
          List<String> values = given.stream().filter(value -> !value.isBlank()).toList();
          if (!values.isEmpty() && !values.contains("any")) {
            out.add(one(name, values, claim));
          }
        });
    return out.isEmpty() ? EACH : String.join("; ", out);
  }

  private static String one(String name, List<String> values, Map<String, Object> claim) {
    return switch (name) {
      case "outlet" -> "the outlet is " + named(claim, "outletName", "outletId");
      case "speaker" ->
          claim.containsKey("speakerKey")
              ? "the speaker is " + named(claim, "speakerName", "speakerKey")
              : "nobody is named as the speaker";
      case "relay" -> linked("RELAY", values, claim, "passed on by ", "nobody passed it on");
      case "origin" -> linked("ORIGIN", values, claim, "copied from ", "copied from nobody");
      case "entity" -> "its content names " + entities(values, claim);
      case "minConfidence" ->
          "the confidence " + text(claim, "confidence") + " is at least " + values.get(0);
      case "minCheckWorthiness" ->
          "the check-worthiness "
              + text(claim, "checkWorthiness")
              + " is at least "
              + values.get(0);
      case "from" -> "its time " + text(claim, "datedAt") + " is not before " + values.get(0);
      case "to" -> "its time " + text(claim, "datedAt") + " is before " + values.get(0);
      case "q" -> "its content has the words " + String.join(", ", values);
      case "id" -> "the claim is " + text(claim, "id");
      case "article" -> "the article is " + text(claim, "articleId");
      case "cluster" -> "it is one of the reports of " + String.join(", ", values);
      case "independent" -> "it has at most " + values.get(0) + " independent reports";
      default -> name + " is " + text(claim, name);
    };
  }

  private static String named(Map<String, Object> claim, String name, String key) {
    return text(claim, claim.containsKey(name) ? name : key);
  }

  private static String linked(
      String role, List<String> values, Map<String, Object> claim, String words, String otherwise) {
    List<String> out = new ArrayList<>();
    if (claim.get("chain") instanceof List<?> links) {
      for (Object link : links) {
        if (link instanceof Map<?, ?> one
            && role.equals(one.get("role"))
            && values.contains(String.valueOf(one.get("key")))) {
          out.add(String.valueOf(one.get("name")));
        }
      }
    }
    return out.isEmpty() ? otherwise : words + String.join(", ", out);
  }

  private static String entities(List<String> values, Map<String, Object> claim) {
    // Of those whom the catalogue does not know a claim says nothing by itself.
    List<String> out =
        new ArrayList<>(
            values.stream()
                .filter(value -> value.startsWith(Filter.NAME))
                .map(value -> value.substring(Filter.NAME.length()))
                .toList());
    if (claim.get("about") instanceof List<?> ids
        && claim.get("aboutNames") instanceof List<?> names) {
      for (int i = 0; i < Math.min(ids.size(), names.size()); i++) {
        if (values.contains(String.valueOf(ids.get(i)))) {
          out.add(String.valueOf(names.get(i)));
        }
      }
    }
    return String.join(", ", out);
  }

  private static String text(Map<String, Object> claim, String column) {
    return Objects.toString(claim.get(column), "unknown");
  }
}
